/** Commits per second and commit latency, with Serverless also capacity, on the timeline's axis. */
import { useMemo, useState } from 'react'
import { formatCount, formatTime } from '../../words/formatNumbers.ts'
import { engineStore } from '../store/engineStore.ts'
import { seek } from '../store/commands.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { useWidth } from '../widgets/useWidth.ts'
import { axisScale } from './axisScale.ts'
import { CapacityCharts } from './CapacityCharts.tsx'
import { Chart } from './Chart.tsx'
import styles from './Charts.module.css'
import { chartPoints, nearestPoint } from './chartPoints.ts'
import type { Series } from './drawChart.ts'

const commitSeries: Series[] = [
  { name: 'commits', shape: 'solid', value: point => point.commitsPerSecond },
]

const latencySeries: Series[] = [
  { name: 'p50', shape: 'solid', value: point => point.latencyP50Micros },
  { name: 'p99', shape: 'dashed', value: point => point.latencyP99Micros },
]

export function Charts() {
  const [element, width] = useWidth<HTMLDivElement>()
  const [pointed, setPointed] = useState<number | null>(null)
  const { scale, points, charts } = useChartAxis(width)
  const isServerless = charts.some(({ capacity }) => (capacity ?? []).length > 0)
  const at = engineStore(state => state.playback?.at ?? 0)
  const present = pointed ?? scale(at)
  const here = nearestPoint(points, scale.invert(present), scale)
  const axis = { scale, width, present }
  const height = isServerless ? 30 : 42
  return (
    <section
      ref={element}
      className={styles.charts}
      aria-label="Charts"
      onPointerMove={event => setPointed(offsetIn(event))}
      onPointerLeave={() => setPointed(null)}
      onPointerDown={event => seek(Math.round(scale.invert(offsetIn(event))))}
    >
      {isServerless && (
        <CapacityCharts horizon={horizonNow()} {...{ charts, here, points, axis }} />
      )}
      <div className={styles.rest} data-crowded={isServerless || undefined}>
        <Chart
          title="Commits per second"
          here={here}
          series={commitSeries}
          points={points}
          axis={axis}
          height={height}
          format={formatRate}
        />
        <Chart
          title="Commit latency"
          here={here}
          series={latencySeries}
          points={points}
          axis={axis}
          height={height}
          format={formatTime}
        />
      </div>
    </section>
  )
}

/** Whole from ten a second on; below that what is rare still shows. */
function formatRate(value: number): string {
  return formatCount(value >= 10 ? Math.round(value) : Number(value.toFixed(value < 1 ? 2 : 1)))
}

function useChartAxis(width: number) {
  const bands = timelineStore(state => state.bands)
  const charts = timelineStore(state => state.charts)
  const scale = useMemo(() => axisScale(bands, width), [bands, width])
  const points = useMemo(() => chartPoints(charts, horizonNow()), [charts])
  return { scale, points, charts }
}

/** The series were asked for a moment ago, at this horizon or a little before it. */
function horizonNow(): number {
  return engineStore.getState().playback?.horizon ?? 0
}

function offsetIn(event: { clientX: number; currentTarget: Element }): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left
}
