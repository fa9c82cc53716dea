/** The stage as one actor can know it: its picture, its own messages, and veils over the rest. */
import { useCallback, useMemo } from 'react'
import type { Knowledge } from '../../engine/contract/knowledge.ts'
import { movingKnown } from '../canvas/movingKnown.ts'
import { sceneKnown } from '../scene/knowledge/sceneKnown.ts'
import type { Scene } from '../scene/scene.ts'
import { VeilLayer } from './art/VeilLayer.tsx'
import { Stage } from './Stage.tsx'
import type { StageProps } from './stageProps.ts'

export function KnownStage({ known, ...props }: StageProps & { known: Knowledge }) {
  const { moving } = props
  const { picture } = known
  const actor = picture.actors.indexOf(known.actor)
  const sent = useMemo(() => movingKnown(moving, actor), [moving, actor])
  const retouch = useCallback((scene: Scene) => sceneKnown(scene, known), [known])
  return (
    <Stage
      {...props}
      frame={picture}
      // Here a press asks what was heard of a thing; nothing breaks.
      isLocked={false}
      onToggleFault={({ target }) => props.onSelect(target)}
      moving={sent}
      retouch={retouch}
      veil={layout => <VeilLayer known={known} layout={layout} />}
    />
  )
}
