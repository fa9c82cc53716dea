/**
 * The charts on the timeline's axis: commits, latency, with Serverless capacity, cost, and on
 * demand availability, conflicts, lag and log points. One cursor reads them all; drawn along, they
 * choose a stretch of time.
 */
import { useMemo, useState } from 'react'
import { formatCount, formatTime } from '../../words/formatNumbers.ts'
import { engineStore } from '../store/engineStore.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { type ChartName, timelineView } from '../store/timelineView.ts'
import { useWidth } from '../widgets/useWidth.ts'
import { Askable } from './Askable.tsx'
import { AvailabilityRibbon } from './AvailabilityRibbon.tsx'
import { axisScale } from './axisScale.ts'
import { CapacityCharts } from './CapacityCharts.tsx'
import { Chart } from './Chart.tsx'
import { chartCursor, leaving, putCursor } from './chartCursor.ts'
import styles from './Charts.module.css'
import { ChartTable } from './ChartTable.tsx'
import { ChartTools } from './ChartTools.tsx'
import { type ChartPoint, chartPoints, nearestPoint } from './chartPoints.ts'
import type { Series } from './drawChart.ts'
import { type MoreChart, moreCharts } from './moreCharts.ts'
import { lineAsked } from './pointSubject.ts'
import { readingOf } from './readingOf.ts'
import { Stretches } from './Stretches.tsx'
import { offsetIn, useBrush } from './useBrush.ts'

interface Plain {
  name: ChartName
  title: string
  series: Series[]
  format: (value: number) => string
}

const plainCharts: Plain[] = [
  {
    name: 'commits',
    title: 'Commits per second',
    series: [{ name: 'commits', shape: 'solid', value: point => point.commitsPerSecond }],
    format: formatRate,
  },
  {
    name: 'latency',
    title: 'Commit latency',
    series: [
      { name: 'p50', shape: 'solid', value: point => point.latencyP50Micros },
      { name: 'p99', shape: 'dashed', value: point => point.latencyP99Micros },
    ],
    format: formatTime,
  },
]

export function Charts() {
  const [element, width] = useWidth<HTMLDivElement>()
  const axisOf = useChartAxis(width)
  const { points, charts } = axisOf
  const { shownCharts, isTable } = timelineView()
  const further = useMemo(() => moreCharts(charts), [charts])
  const isServerless = charts.some(({ capacity }) => (capacity ?? []).length > 0)
  const hasCost = charts.some(({ dollars }) => dollars !== undefined)
  const known = knownCharts({ isServerless, hasCost, further })
  const shown = [...plainCharts, ...further].filter(({ name }) => shownCharts.includes(name))
  return (
    <section ref={element} className={styles.charts} aria-label="Charts">
      <ChartTools charts={charts} points={points} known={known} />
      {isTable ? (
        <ChartTable
          columns={columnsOf(shown)}
          points={points}
          lines={point => shown.map(({ name, series }) => lineAsked(name, series, point))}
        />
      ) : (
        <Pictures {...axisOf} {...{ width, shown, isServerless }} />
      )}
    </section>
  )
}

interface PicturesProps extends ReturnType<typeof useChartAxis> {
  width: number
  shown: Plain[]
  isServerless: boolean
}

function Pictures({ scale, points, charts, width, shown, isServerless }: PicturesProps) {
  const [pointed, setPointed] = useState<number | null>(null)
  const brush = useBrush(scale, putCursor)
  const { shownCharts } = timelineView()
  const at = engineStore(state => state.playback?.at ?? 0)
  const cursor = chartCursor(state => (state.figure === null ? null : state.at))
  const present = pointed ?? scale(cursor ?? at)
  const here = nearestPoint(points, scale.invert(present), scale)
  const axis = { scale, width, present }
  return (
    <div
      className={styles.pictures}
      {...brush}
      onPointerMove={event => {
        setPointed(offsetIn(event))
        brush.onPointerMove(event)
      }}
      onPointerLeave={() => setPointed(null)}
      {...leaving}
    >
      <Stretches scale={scale} />
      <CapacityCharts
        horizon={horizonNow()}
        {...{ charts, here, points, axis }}
        isShown={name => shownCharts.includes(name)}
      />
      <div className={styles.rest} data-crowded={isServerless || undefined}>
        {shown.map(each => (
          <ShownChart
            key={each.name}
            {...{ each, here, points, axis }}
            height={isServerless || shown.length > 2 ? 30 : 42}
          />
        ))}
      </div>
    </div>
  )
}

interface ShownChartProps {
  each: Plain
  here: ChartPoint | undefined
  points: ChartPoint[]
  axis: { scale: (at: number) => number; width: number; present: number }
  height: number
}

function ShownChart({ each, here, points, axis, height }: ShownChartProps) {
  const { name, title, series } = each
  if (name === 'down') {
    return <AvailabilityRibbon chart={each as MoreChart} {...{ points, here, axis }} />
  }
  return (
    <Askable
      figure={name}
      {...{ title, points, here, scale: axis.scale }}
      read={point => readingOf(each, point)}
      line={point => lineAsked(name, series, point)}
    >
      <Chart {...each} {...{ here, points, axis, height }} />
    </Askable>
  )
}

interface Known {
  isServerless: boolean
  hasCost: boolean
  further: MoreChart[]
}

function knownCharts({ isServerless, hasCost, further }: Known): ChartName[] {
  const elastic: ChartName[] = isServerless ? ['capacity'] : []
  const cost: ChartName[] = hasCost ? [isServerless ? 'cost' : 'bill'] : []
  return ['commits', 'latency', ...elastic, ...cost, ...further.map(({ name }) => name)]
}

function columnsOf(shown: Omit<Plain, 'name'>[]) {
  return shown.flatMap(({ title, series, format }) =>
    series.map(({ name, value }) => ({
      head: series.length === 1 ? title : `${title}: ${name}`,
      format,
      value,
    })),
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
