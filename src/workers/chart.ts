/**
 * How many commits were acknowledged, and how fast, over model time: gathered while computing
 * forward, from a histogram that only grows. A bin is what was added between two instants; when
 * there are too many bins, pairs are added up, so that a run of hours needs no more memory than
 * one of seconds.
 */
import type { Usage } from '../engine/contract/bill.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { Gauge } from './figures.ts'

/** Pairs of a bucket of latency and its commits, ascending; null = no commit. */
type Bin = Uint32Array | null

/** What stood at the end of a bin, noted once the page has loaded what looks. */
export interface Sample {
  /** Without service since the run began, by application, in microseconds. */
  down: number[]
  /** Behind whom it follows, by instance, in microseconds. */
  lag: number[]
  /** Log records, as LSNs, beyond VDL: all that are written, and those without a gap. */
  ahead: { written: number; complete: number } | null
  /** The same of each of several writers, all that are written: each has a log of its own. */
  aheadOf?: number[]
  /** What a bill is made of; null = not noted. */
  used: Usage | null
}

export interface Chart {
  binMicros: Micros
  samples: (Sample | null)[]
  /** What stood at the end of each bin; all null without serverless instances. */
  gauges: (Gauge | null)[]
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
  return {
    binMicros: firstBinMicros,
    samples: [],
    gauges: [],
    bins: [],
    closed: empty(),
    open: empty(),
  }
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
export function closeBin(
  chart: Chart,
  latencies: ArrayLike<number>,
  gauge: Gauge | null = null,
  sample: Sample | null = null,
): void {
  noteCommits(chart, latencies)
  const { open, closed, bins } = chart
  bins.push(binOf(open))
  chart.gauges.push(gauge)
  chart.samples.push(sample)
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
  const isSecond = (_: unknown, index: number) => index % 2 === 1
  chart.gauges = chart.gauges.filter(isSecond)
  chart.samples = chart.samples.filter(isSecond)
  chart.binMicros *= 2
}

export function addBin(total: Uint32Array, bin: Bin): void {
  if (bin === null) return
  for (let k = 0; k < bin.length; k += 2) total[bin[k]!]! += bin[k + 1]!
}

/** The chart as it stood at an earlier instant, for a branch that leaves there. */
export function chartUpTo(chart: Chart, at: Micros): Chart {
  const bins = chart.bins.slice(0, Math.floor(at / chart.binMicros))
  const closed = new Uint32Array(chart.closed.length)
  for (const bin of bins) addBin(closed, bin)
  const gauges = chart.gauges.slice(0, bins.length)
  const samples = chart.samples.slice(0, bins.length)
  const { binMicros } = chart
  return { binMicros, samples, gauges, bins, closed, open: new Uint32Array(closed.length) }
}
