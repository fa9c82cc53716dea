/**
 * The further charts of a range: availability, lag and log points from the samples that the chart
 * kept, conflicts by their cause from the notable facts; and what it has cost. Loaded with the
 * first chart.
 */
import { conflictCause, dollarsUsed, isMetered } from '../engine/answers.ts'
import type { Setup } from '../engine/contract/scenario.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { ChartSeries, MoreSeries } from './api.ts'
import type { BranchTrack } from './branchTrack.ts'
import type { Chart, Sample } from './chart.ts'

interface Bin {
  from: Micros
  to: Micros
  /** What stood at its end and before it; null = not computed, or not noted yet. */
  end: Sample | null
  before: Sample | null
}

type Track = Pick<BranchTrack, 'chart' | 'facts' | 'horizon'>

/** Bins as those of the series. */
export function moreSeries(track: Track, setup: Setup, series: ChartSeries): MoreSeries[] {
  const bins = series.commitsPerSecond.map((_, index) => binOf(track.chart, series, index))
  return [
    ...setup.workload.map(({ id }, index) => ({
      chart: 'down' as const,
      name: id,
      values: bins.map(bin => downShare(bin, index)),
    })),
    ...followers(setup).map(({ id, index }) => ({
      chart: 'lag' as const,
      name: id,
      values: bins.map(({ end }) => end?.lag[index] ?? null),
    })),
    ...pointSeries(bins),
    ...pointSeriesOf(setup, bins),
    ...conflictSeries(track, bins),
  ]
}

/**
 * As the bill has it, of every cluster. Before anything was noted as the gauges have it, which know
 * of serverless instances only: where there are others, or may be, it is not known.
 */
export function dollarSeries(track: Track, setup: Setup, series: ChartSeries): (number | null)[] {
  const metered = track.facts.filter(isMetered)
  const isAllGauged = !setup.modify && setup.instances.every(({ isServerless }) => isServerless)
  return series.commitsPerSecond.map((_, index) => {
    const used = binOf(track.chart, series, index).end?.used
    if (used) return dollarsUsed(setup, used, metered)
    return isAllGauged ? (series.dollars?.[index] ?? null) : null
  })
}

function binOf(
  { samples, binMicros }: Chart,
  { from, binMicros: wide }: ChartSeries,
  k: number,
): Bin {
  const perBin = wide / binMicros
  const first = from / binMicros + k * perBin
  const last = Math.min(first + perBin, samples.length) - 1
  return {
    from: first * binMicros,
    to: (Math.max(last, first) + 1) * binMicros,
    end: last >= first ? (samples[last] ?? null) : null,
    before: first === 0 ? noDown : (samples[first - 1] ?? null),
  }
}

const noDown: Sample = { down: [], lag: [], ahead: null, used: null }

/** Of the time of the bin, between 0 and 1. */
function downShare({ from, to, end, before }: Bin, index: number): number | null {
  if (end === null || before === null) return null
  const micros = (end.down[index] ?? 0) - (before.down[index] ?? 0)
  return Math.min(1, Math.max(0, micros / (to - from)))
}

/** With several writers each follows the others. */
function followers({ instances }: Setup): { id: string; index: number }[] {
  const writers = instances.filter(({ role }) => role === 'writer').length
  return instances
    .map(({ id, role }, index) => ({ id, role, index }))
    .filter(({ role }) => role === 'reader' || writers > 1)
}

function pointSeries(bins: Bin[]): MoreSeries[] {
  if (!bins.some(({ end }) => end?.ahead)) return []
  return [
    {
      chart: 'points',
      name: 'written',
      values: bins.map(({ end }) => end?.ahead?.written ?? null),
    },
    { chart: 'points', name: 'VCL', values: bins.map(({ end }) => end?.ahead?.complete ?? null) },
  ]
}

/** With several writers a line each. */
function pointSeriesOf({ instances }: Setup, bins: Bin[]): MoreSeries[] {
  if (!bins.some(({ end }) => end?.aheadOf)) return []
  return instances.map(({ id: name }, index) => ({
    chart: 'points',
    name,
    values: bins.map(({ end }) => end?.aheadOf?.[index] ?? null),
  }))
}

/** Causes of the whole run, so that every range has the same. */
function conflictSeries({ facts, horizon }: Track, bins: Bin[]): MoreSeries[] {
  const found = facts.flatMap(fact => {
    const cause = conflictCause(fact)
    return cause === null ? [] : [{ at: fact.at, cause }]
  })
  const causes = [...new Set(found.map(({ cause }) => cause))].sort()
  return causes.map(name => ({
    chart: 'conflicts',
    name,
    values: bins.map(({ from, to }) =>
      from >= horizon
        ? null
        : found.filter(({ at, cause }) => cause === name && at > from && at <= to).length,
    ),
  }))
}
