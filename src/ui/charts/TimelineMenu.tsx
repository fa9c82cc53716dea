/** Jumps by kind, which marks are shown, slow motion by itself, zoom and loop by buttons. */
import { type MomentKind, nextMoment } from '../store/jumpToMark.ts'
import { engineStore } from '../store/engineStore.ts'
import { refreshTimeline } from '../store/refreshTimeline.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { stretchOf, timelineView } from '../store/timelineView.ts'
import type { Mark } from '../../workers/api.ts'
import { Button } from '../widgets/Button.tsx'
import { MarkShape } from './MarkShape.tsx'
import { markKind } from './markWords.ts'
import styles from './TimelineTools.module.css'
import { whatASecondShows } from './whatASecondShows.ts'

const moments: { kind: MomentKind; label: string; key: string }[] = [
  { kind: 'conflict', label: 'Next conflict', key: '1' },
  { kind: 'fault', label: 'Next fault', key: '2' },
  { kind: 'failover', label: 'Next failover', key: '3' },
  { kind: 'scaling', label: 'Next scaling', key: '4' },
]

export function TimelineMenu() {
  return (
    <div className={styles.menu}>
      <Speed />
      {moments.map(({ kind, label, key }) => (
        <Button key={kind} look="quiet" onClick={() => void nextMoment(kind)}>
          {label} <kbd>{key}</kbd>
        </Button>
      ))}
      <ZoomButtons />
      <SlowMotion />
      <MarkFilter />
    </div>
  )
}

function Speed() {
  const speed = engineStore(({ playback }) => playback?.speed ?? '1')
  return <p>{whatASecondShows(speed)}</p>
}

/** By buttons, for whoever does not draw: a quarter of what is shown, round the instant shown. */
function ZoomButtons() {
  const zoom = timelineView(state => state.zoom)
  const zoomIn = () => {
    const { bands } = timelineStore.getState()
    const at = engineStore.getState().playback?.at ?? 0
    const [from, to] = [bands[0]?.from ?? 0, bands.at(-1)?.to ?? 1]
    const quarter = (to - from) / 8
    timelineView.setState({ zoom: stretchOf(at - quarter, at + quarter) })
    void refreshTimeline()
  }
  return (
    <>
      <Button look="quiet" onClick={zoomIn}>
        Zoom in on this moment
      </Button>
      {zoom !== null && (
        <Button
          look="quiet"
          onClick={() => {
            timelineView.setState({ zoom: null })
            void refreshTimeline()
          }}
        >
          Show the whole run
        </Button>
      )}
      {zoom !== null && (
        <Button look="quiet" onClick={() => timelineView.setState({ loop: zoom })}>
          Loop what is shown
        </Button>
      )}
      <small>Drag along the axis to draw a stretch: zoom into it, or loop it.</small>
    </>
  )
}

function SlowMotion() {
  const slowsDown = timelineView(state => state.slowsDown)
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={slowsDown}
        onChange={() => timelineView.setState({ slowsDown: !slowsDown })}
      />
      Slow motion round marked moments
    </label>
  )
}

function MarkFilter() {
  const marks = timelineStore(state => state.marks)
  const hiddenShapes = timelineView(state => state.hiddenShapes)
  const shapes = [...new Set<Mark['shape']>([...marks.map(({ shape }) => shape), ...hiddenShapes])]
  if (shapes.length === 0) return <small>Nothing is marked yet.</small>
  const toggle = (shape: Mark['shape']) => {
    const isHidden = hiddenShapes.includes(shape)
    const rest = hiddenShapes.filter(each => each !== shape)
    timelineView.setState({ hiddenShapes: isHidden ? rest : [...rest, shape] })
  }
  return (
    <fieldset className={styles.filter}>
      <legend>Marks shown</legend>
      {shapes.map(shape => (
        <label key={shape} className={styles.check}>
          <input
            type="checkbox"
            checked={!hiddenShapes.includes(shape)}
            onChange={() => toggle(shape)}
          />
          <MarkShape shape={shape} /> {markKind(shape)}
        </label>
      ))}
    </fieldset>
  )
}
