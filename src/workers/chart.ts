/**
 * How many commits were acknowledged, and how fast, over model time: gathered while computing
 * forward, from a histogram that only grows. A bin is what was added between two instants; when
 * there are too many bins, pairs are added up, so that a run of hours needs no more memory than
 * one of seconds. Only what is drawn from it, rates and percentiles, is rounded.
 */
import type { Micros } from '../engine/contract/units.ts'
import type { ChartSeries } from './api.ts'

/** Pairs of a bucket of latency and its commits, ascending; null = no commit. */
type Bin = Uint32Array | null

export interface Chart {
  binMicros: Micros
  /** Bin k covers the time after `k * binMicros` up to and at `(k + 1) * binMicros`. */
  bins: Bin[]
  /** All closed bins together. */
  closed: Uint32Array
  /** Added since the last bin was closed, as far as is computed. */
  open: Uint32Array
}

const firstBinMicros = 1_000
const mostBins = 16_384

export function createChart(buckets: number): Chart {
  const empty = () => new Uint32Array(buckets)
  return { binMicros: firstBinMicros, bins: [], closed: empty(), open: empty() }
}

/** The instant at which the open bin ends: computing forward has to halt there once. */
export function nextEdge(chart: Chart): Micros {
  return (chart.bins.length + 1) * chart.binMicros
}

/** Notes what the open bin holds so far, for whoever looks before it is closed. */
export function noteCommits({ open, closed }: Chart, latencies: ArrayLike<number>): void {
  for (let k = 0; k < open.length; k++) open[k] = latencies[k]! - closed[k]!
}

/** Closes the open bin, once everything at its edge has happened. */
export function closeBin(chart: Chart, latencies: ArrayLike<number>): void {
  noteCommits(chart, latencies)
  const { open, closed, bins } = chart
  bins.push(binOf(open))
  closed.set(latencies)
  open.fill(0)
  if (bins.length >= mostBins) mergePairs(chart)
}

/** Most buckets are empty, so that only the others are written down. */
function binOf(counts: Uint32Array): Bin {
  let used = 0
  for (let bucket = 0; bucket < counts.length; bucket++) if (counts[bucket]! > 0) used++
  if (used === 0) return null
  const bin = new Uint32Array(used * 2)
  for (let bucket = 0, k = 0; bucket < counts.length; bucket++) {
    if (counts[bucket]! === 0) continue
    bin[k++] = bucket
    bin[k++] = counts[bucket]!
  }
  return bin
}

function mergePairs(chart: Chart): void {
  const total = new Uint32Array(chart.open.length)
  const sumAt = (pair: number) => {
    total.fill(0)
    addBin(total, chart.bins[pair * 2]!)
    addBin(total, chart.bins[pair * 2 + 1]!)
    return binOf(total)
  }
  chart.bins = Array.from({ length: chart.bins.length / 2 }, (_, pair) => sumAt(pair))
  chart.binMicros *= 2
}

function addBin(total: Uint32Array, bin: Bin): void {
  if (bin === null) return
  for (let k = 0; k < bin.length; k += 2) total[bin[k]!]! += bin[k + 1]!
}

/** The chart as it stood at an earlier instant, for a branch that leaves there. */
export function chartUpTo(chart: Chart, at: Micros): Chart {
  const bins = chart.bins.slice(0, Math.floor(at / chart.binMicros))
  const closed = new Uint32Array(chart.closed.length)
  for (const bin of bins) addBin(closed, bin)
  return { binMicros: chart.binMicros, bins, closed, open: new Uint32Array(closed.length) }
}

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
