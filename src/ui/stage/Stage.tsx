/**
 * The stage: the living cluster as one picture. SVG for what can be pressed, focused and named,
 * words with a definition as buttons over it, one canvas for what only moves.
 */
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { movingRows } from '../canvas/movingRows.ts'
import type { StageSize } from '../scene/stageView.ts'
import { SceneArt } from './art/SceneArt.tsx'
import { ControlLayer } from './ControlLayer.tsx'
import type { ControlActions } from './ControlMark.tsx'
import { Glow } from './Glow.tsx'
import './stage.css'
import { StageCanvas } from './StageCanvas.tsx'
import type { StageProps } from './stageProps.ts'
import { StageStatus } from './StageStatus.tsx'
import { TermWords } from './TermWords.tsx'
import { useBundling } from './useBundling.ts'
import { useScene } from './useScene.ts'
import { useStageSize } from './useStageSize.ts'

const ServerlessLayer = lazy(async () => ({
  default: (await import('./art/ServerlessLayer.tsx')).ServerlessLayer,
}))

const MultiMasterLayer = lazy(async () => ({
  default: (await import('./art/MultiMasterLayer.tsx')).MultiMasterLayer,
}))

const VolumeLayer = lazy(async () => ({
  default: (await import('./art/VolumeLayer.tsx')).VolumeLayer,
}))

const SqlLayer = lazy(async () => ({
  default: (await import('./art/SqlLayer.tsx')).SqlLayer,
}))

const ProxyLayer = lazy(async () => ({
  default: (await import('./art/ProxyLayer.tsx')).ProxyLayer,
}))

const TrunkLayer = lazy(async () => ({
  default: (await import('./art/TrunkLayer.tsx')).TrunkLayer,
}))

const MessagePress = lazy(async () => ({
  default: (await import('./MessagePress.tsx')).MessagePress,
}))

type Actions = Omit<ControlActions, 'move'>

/** One object for the life of the stage, so that no control is drawn again for a new callback. */
function useActions(props: StageProps): Actions {
  const latest = useRef(props)
  latest.current = props
  return useMemo<Actions>(
    () => ({
      press(control, isSelecting) {
        const { isLocked, onSelect, onToggleFault } = latest.current
        if (isSelecting || control.toggle === null) onSelect(control.subject)
        else if (!isLocked) onToggleFault(control.toggle)
      },
      menu({ id, subject, name, description }, at) {
        latest.current.onMenu?.({ control: id, subject, name, description, at })
      },
      hover(control) {
        latest.current.onHover?.(control === null ? null : control.subject)
      },
    }),
    [],
  )
}

function MeasuredStage({ size, ...props }: StageProps & { size: StageSize }) {
  const { frame, view, moving, isLocked, timeSource, onPainted, onSelect, retouch } = props
  const root = useRef<SVGSVGElement>(null)
  const actions = useActions(props)
  const rows = movingRows(moving)
  const isBundled = useBundling(rows.count)
  const [isLearned, setLearned] = useState(false)
  const { scene, wiring } = useScene(frame, view, size, { isBundled, isLearned, retouch })
  const { width, height } = wiring.layout.size
  return (
    <>
      <div className="stage-art" aria-hidden="true" style={{ height }}>
        <svg width={width} height={height} role="presentation">
          <SceneArt scene={scene} endpoint={wiring.layout.endpoint} />
          {isBundled && (
            <Suspense>
              <TrunkLayer {...{ rows, frame, wiring }} />
            </Suspense>
          )}
        </svg>
        <StageCanvas {...{ moving, wiring, timeSource, onPainted }} theme={view.theme} />
      </div>
      <svg ref={root} width={width} height={height} role="presentation">
        <ControlLayer {...{ actions, isLocked, root }} controls={scene.controls} lit={view.lit} />
      </svg>
      <Glow box={scene.glow} isStill={view.isReducedMotion} />
      <StageStatus lights={scene.lights} quorum={scene.quorum.words} onSelect={props.onSelect} />
      <Suspense>
        <VolumeLayer {...props} {...{ wiring, actions }} onLearned={setLearned} />
      </Suspense>
      {frame.serverless !== null && (
        <Suspense>
          <ServerlessLayer frame={frame} layout={wiring.layout} />
        </Suspense>
      )}
      {frame.multiMaster !== null && (
        <Suspense>
          <MultiMasterLayer {...{ frame, view, actions, isLocked }} layout={wiring.layout} />
        </Suspense>
      )}
      {frame.sql !== null && (
        <Suspense>
          <SqlLayer {...{ frame, wiring }} lit={view.lit} />
        </Suspense>
      )}
      {frame.proxy && (
        <Suspense>
          <ProxyLayer {...{ frame, wiring }} />
        </Suspense>
      )}
      {props.isPaused && (
        <Suspense>
          <MessagePress {...{ moving, wiring, timeSource, onSelect }} selection={view.selection} />
        </Suspense>
      )}
      <TermWords labels={scene.labels} />
      {props.veil?.(wiring.layout)}
    </>
  )
}

export function Stage(props: StageProps) {
  const place = useRef<HTMLDivElement>(null)
  const size = useStageSize(place)
  return (
    <section
      ref={place}
      aria-label="The cluster: a simulation, not AWS"
      className={props.isLocked ? 'stage-place is-locked' : 'stage-place'}
    >
      {size !== null && size.width > 0 && size.height > 0 && (
        <MeasuredStage {...props} size={size} />
      )}
    </section>
  )
}
