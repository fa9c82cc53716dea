/**
 * Stretches of the axis in which a serverless instance holds its capacity, pauses, is asleep or
 * wakes; neighbouring bins of the same phase are one stretch. Where the pace changes a coarse bin
 * may reach into the next chart: what is there already stays.
 */
import type { InstanceId } from '../../engine/contract/ids.ts'
import type { Micros } from '../../engine/contract/units.ts'
import type { CapacitySeries, ChartSeries } from '../../workers/api.ts'

export type BandPhase = 'holding' | 'pausing' | 'paused' | 'resuming'

export interface PhaseBand {
  from: Micros
  to: Micros
  phase: BandPhase
}

export const phaseNames: Record<BandPhase, string> = {
  holding: 'holds',
  pausing: 'pausing',
  paused: 'asleep',
  resuming: 'waking',
}

/** Where no phase was noted, a capacity of nothing still tells that it was paused. */
function phaseAt({ acu, phase }: CapacitySeries, index: number): BandPhase | null {
  const known = phase?.[index] ?? (acu[index] === 0 ? 'paused' : null)
  return known === 'active' ? null : known
}

function bandsOf(chart: ChartSeries, series: CapacitySeries): PhaseBand[] {
  return series.acu.flatMap((_, index) => {
    const phase = phaseAt(series, index)
    const from = chart.from + index * chart.binMicros
    return phase === null ? [] : [{ from, to: from + chart.binMicros, phase }]
  })
}

function join(bands: PhaseBand[]): PhaseBand[] {
  const joined: PhaseBand[] = []
  for (const band of bands) {
    const last = joined.at(-1)
    const from = Math.max(band.from, last?.to ?? band.from)
    if (from >= band.to) continue
    if (last !== undefined && last.phase === band.phase && last.to >= band.from) last.to = band.to
    else joined.push({ ...band, from })
  }
  return joined
}

export function phaseBands(
  charts: ChartSeries[],
  instance: InstanceId,
  horizon: Micros,
): PhaseBand[] {
  const bands = charts.flatMap(chart =>
    (chart.capacity ?? [])
      .filter(series => series.instance === instance)
      .flatMap(series => bandsOf(chart, series)),
  )
  return join(bands.filter(({ to }) => to <= horizon))
}
