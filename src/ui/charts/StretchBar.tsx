/** What can be done with a stretch that was drawn, and ways out of a zoom and of a loop. */
import { seek } from '../store/commands.ts'
import { refreshTimeline } from '../store/refreshTimeline.ts'
import { type Stretch, timelineView } from '../store/timelineView.ts'
import { Button } from '../widgets/Button.tsx'
import { formatInstant } from '../widgets/formatInstant.ts'
import styles from './Stretches.module.css'

function words({ from, to }: Stretch): string {
  return `${formatInstant(from)} to ${formatInstant(to)}`
}

function zoomTo(zoom: Stretch | null): void {
  timelineView.setState({ zoom, brush: null })
  void refreshTimeline()
}

function loopOver(loop: Stretch): void {
  timelineView.setState({ loop, brush: null })
  void seek(loop.from)
}

export function StretchBar() {
  const { brush, zoom, loop } = timelineView()
  if (brush === null && zoom === null && loop === null) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label="Stretch of time">
      {brush !== null && (
        <>
          <span>{words(brush)}</span>
          <Button onClick={() => zoomTo(brush)}>Zoom in</Button>
          <Button onClick={() => loopOver(brush)}>Loop</Button>
          <Button look="quiet" onClick={() => timelineView.setState({ brush: null })}>
            Let go
          </Button>
        </>
      )}
      {zoom !== null && <Button onClick={() => zoomTo(null)}>Show the whole run</Button>}
      {loop !== null && (
        <>
          <span>loops {words(loop)}</span>
          <Button onClick={() => timelineView.setState({ loop: null })}>End the loop</Button>
        </>
      )}
    </div>
  )
}
