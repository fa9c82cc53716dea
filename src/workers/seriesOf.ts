/** What is drawn from a chart, rates and percentiles; only here is anything rounded. */
import type { Micros } from '../engine/contract/units.ts'
import type { ChartSeries } from './api.ts'
import { addBin, type Chart } from './chart.ts'

function addTo(total: Uint32Array, counts: Uint32Array): void {
  for (let bucket = 0; bucket < total.length; bucket++) total[bucket]! += counts[bucket]!
}

export interface SeriesRange {
  from: Micros
  to: Micros
  bins: number
  /** Computed up to here: what lies beyond is not known yet. */
  horizon: Micros
  bucketMicros: (bucket: number) => Micros
}

/** The chart over a range, in about as many bins as asked for, never finer than it is kept. */
export function seriesOf(chart: Chart, range: SeriesRange): ChartSeries {
  const { from, to, bins } = range
  const wanted = Math.max(1, (to - from) / Math.max(1, bins))
  const perBin = Math.ceil(wanted / chart.binMicros)
  const binMicros = perBin * chart.binMicros
  const first = Math.floor(Math.max(0, from) / binMicros)
  const last = Math.max(first + 1, Math.ceil(to / binMicros))
  const series = { from: first * binMicros, binMicros, ...emptySeries() }
  for (let k = first; k < last; k++) pushBin(series, chart, { first: k * perBin, perBin, range })
  return series
}

function emptySeries(): Pick<
  ChartSeries,
  'commitsPerSecond' | 'latencyP50Micros' | 'latencyP99Micros'
> {
  return { commitsPerSecond: [], latencyP50Micros: [], latencyP99Micros: [] }
}

function pushBin(
  series: ChartSeries,
  chart: Chart,
  { first, perBin, range }: { first: number; perBin: number; range: SeriesRange },
): void {
  const counts = countsOf(chart, first, perBin)
  const commits = counts.reduce((total, count) => total + count, 0)
  const begin = first * chart.binMicros
  const seconds = (Math.min(begin + series.binMicros, range.horizon) - begin) / 1_000_000
  series.commitsPerSecond.push(seconds > 0 ? commits / seconds : null)
  series.latencyP50Micros.push(percentile(counts, commits * 0.5, range.bucketMicros))
  series.latencyP99Micros.push(percentile(counts, commits * 0.99, range.bucketMicros))
}

function countsOf(chart: Chart, first: number, perBin: number): Uint32Array {
  const counts = new Uint32Array(chart.open.length)
  for (const bin of chart.bins.slice(first, first + perBin)) addBin(counts, bin)
  const isOpenIn = chart.bins.length >= first && chart.bins.length < first + perBin
  if (isOpenIn) addTo(counts, chart.open)
  return counts
}

/** The bucket in which the rank lies; null when nothing was answered. */
function percentile(
  counts: Uint32Array,
  rank: number,
  bucketMicros: (bucket: number) => Micros,
): Micros | null {
  if (rank === 0) return null
  let seen = 0
  const bucket = counts.findIndex(count => {
    seen += count
    return seen >= rank
  })
  return bucketMicros(bucket)
}
