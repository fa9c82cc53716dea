/** The transport: controls, what instant is shown, how fast it goes, and the timeline below. */
import { lazy, Suspense } from 'react'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import styles from './Foot.module.css'
import { InstantChip } from './InstantChip.tsx'
import { PlayControls } from './PlayControls.tsx'
import { SeekProgress } from './SeekProgress.tsx'
import { SpeedControl } from './SpeedControl.tsx'

const Timeline = lazy(async () => ({ default: (await import('../charts/Timeline.tsx')).Timeline }))
const TimelineTools = lazy(async () => ({
  default: (await import('../charts/TimelineTools.tsx')).TimelineTools,
}))
const Charts = lazy(async () => ({ default: (await import('../charts/Charts.tsx')).Charts }))

/** A seek that takes its time stands where the speed stands otherwise. */
function Pace() {
  const isSeeking = engineStore(state => state.playback?.seeking != null)
  return isSeeking ? <SeekProgress /> : <SpeedControl />
}

export function Foot() {
  const hasCharts = viewStore(state => state.hasCharts)
  return (
    <section className={styles.foot} aria-label="Transport">
      <div className={styles.controls}>
        <PlayControls />
        <InstantChip />
        <Suspense>
          <TimelineTools />
        </Suspense>
        <Pace />
      </div>
      <Suspense fallback={<div className={styles.reserved} />}>
        <Timeline />
      </Suspense>
      {hasCharts && (
        <Suspense fallback={<div className={styles.reservedCharts} />}>
          <Charts />
        </Suspense>
      )}
    </section>
  )
}
