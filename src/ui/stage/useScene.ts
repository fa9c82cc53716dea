/** The picture of the present frame; parts that did not change keep their identity. */
import { useMemo, useRef } from 'react'
import type { Frame } from '../../engine/contract/frame.ts'
import { layoutKey } from '../scene/layout/layoutKey.ts'
import { layoutStage } from '../scene/layout/layoutStage.ts'
import { createWiring, type Wiring } from '../scene/routes/routeBetween.ts'
import { drawScene, type Scene } from '../scene/scene.ts'
import { shareEqual } from '../scene/shareEqual.ts'
import type { StageSize, StageView } from '../scene/stageView.ts'

interface StagePicture {
  scene: Scene
  wiring: Wiring
}

interface HowToDraw {
  isBundled: boolean
  /** The words of what loads after the first picture are known. */
  isLearned: boolean
  retouch: ((scene: Scene) => Scene) | undefined
}

export function useScene(
  frame: Frame,
  view: StageView,
  size: StageSize,
  { isBundled, isLearned, retouch }: HowToDraw,
): StagePicture {
  const before = useRef<Scene | null>(null)
  const key = layoutKey(frame, view, size)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for frame and view
  const wiring = useMemo<Wiring>(() => {
    return createWiring(layoutStage(frame, view, size), isBundled)
  }, [key, isBundled])
  // biome-ignore lint/correctness/useExhaustiveDependencies: more words make another picture
  const scene = useMemo(() => {
    const plain = drawScene(frame, view, wiring)
    const drawn = shareEqual(before.current, retouch?.(plain) ?? plain)
    before.current = drawn
    return drawn
  }, [frame, view, wiring, isLearned, retouch])
  return { scene, wiring }
}
