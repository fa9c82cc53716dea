/**
 * The run from its start to its end: what happened as marks, how fast the story goes as bands,
 * and one thumb to go to any instant by pointer, touch and keys, computed or not.
 */
import { lazy, Suspense, useMemo, useState } from 'react'
import { goHome, seek } from '../store/commands.ts'
import { engineStore } from '../store/engineStore.ts'
import { instantAt, type PaceBand, shareAt } from '../store/paceAxis.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { formatInstant } from '../widgets/formatInstant.ts'
import { useWidth } from '../widgets/useWidth.ts'
import { axisScale } from './axisScale.ts'
import { Marks } from './Marks.tsx'
import { PaceBands } from './PaceBands.tsx'
import { StretchBar } from './StretchBar.tsx'
import { Stretches } from './Stretches.tsx'
import styles from './Timeline.module.css'
import { useBrush } from './useBrush.ts'
import { usePlayRules } from './usePlayRules.ts'
import { useTimelineRefresh } from './useTimelineRefresh.ts'

const CapacityStrip = lazy(async () => ({
  default: (await import('./CapacityStrip.tsx')).CapacityStrip,
}))

/** Stops of the thumb along the axis: finer than a pixel. */
const stops = 10_000

export function Timeline() {
  useTimelineRefresh()
  usePlayRules()
  const [element, width] = useWidth<HTMLDivElement>()
  const bands = timelineStore(state => state.bands)
  return (
    <div ref={element} className={styles.timeline}>
      <Marks width={width} />
      <Strip width={width} />
      <div className={styles.track}>
        <Computed bands={bands} />
        <Thumb bands={bands} />
      </div>
      <Axis width={width} />
      <StretchBar />
    </div>
  )
}

/** Pressed, it goes to an instant; drawn along, it chooses a stretch of time. */
function Axis({ width }: { width: number }) {
  const bands = timelineStore(state => state.bands)
  const scale = useMemo(() => axisScale(bands, width), [bands, width])
  const brush = useBrush(scale)
  return (
    <div className={styles.axis} {...brush}>
      <PaceBands width={width} />
      <Stretches scale={scale} />
    </div>
  )
}

/** Only with Serverless, and while no larger chart says the same. */
function Strip({ width }: { width: number }) {
  const breathes = engineStore(({ frame }) => (frame?.serverless ?? null) !== null)
  const hasCharts = viewStore(state => state.hasCharts)
  if (!breathes || hasCharts) return null
  return (
    <Suspense fallback={<div className={styles.reservedStrip} />}>
      <CapacityStrip width={width} />
    </Suspense>
  )
}

function Computed({ bands }: { bands: PaceBand[] }) {
  const horizon = engineStore(state => shareAt(bands, state.playback?.horizon ?? 0))
  const at = engineStore(state => shareAt(bands, state.playback?.at ?? 0))
  return (
    <>
      <i className={styles.computed} style={{ width: `${horizon * 100}%` }} />
      <i className={styles.shown} style={{ width: `${at * 100}%` }} />
    </>
  )
}

/** While a seek is under way the thumb stands where it was put, not where the picture still is. */
function Thumb({ bands }: { bands: PaceBand[] }) {
  const shown = engineStore(state => state.playback?.seeking?.target ?? state.playback?.at ?? 0)
  const [wanted, setWanted] = useState<number | null>(null)
  const at = wanted ?? shown
  const go = (instant: number) => {
    setWanted(instant)
    void seek(instant).then(() => setWanted(null))
  }
  return (
    <input
      type="range"
      aria-label="Instant"
      aria-valuetext={formatInstant(at)}
      className={styles.thumb}
      min={0}
      max={stops}
      step={1}
      value={Math.round(shareAt(bands, at) * stops)}
      disabled={bands.length === 0}
      onChange={event => go(instantAt(bands, Number(event.target.value) / stops))}
      onKeyDown={event => {
        if (event.key !== 'Home') return
        event.preventDefault()
        goHome()
      }}
    />
  )
}
