/** Capacity, need and dollars over time, from the gauges that the chart kept. */
import type { Setup } from '../engine/contract/scenario.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { CapacitySeries, ChartSeries } from './api.ts'
import type { Chart } from './chart.ts'
import type { LaterDoor } from './engineDoor.ts'
import type { Gauge } from './figures.ts'

const million = 1_000_000

/**
 * As the engine's `serverless/gaugeOf` writes it: where instances begin, and numbers of each: its
 * index among all instances, capacity, need, phase.
 */
const gaugeStart = 5
const gaugeStep = 4
const phases = ['active', 'holding', 'pausing', 'paused', 'resuming'] as const

/** One gauge for each bin of the series: what stood at its end, as far as is computed. */
export function capacityOf(
  chart: Chart,
  setup: Setup,
  door: { series: ChartSeries; dollarsAt: LaterDoor['dollarsAt'] },
): Pick<ChartSeries, 'capacity' | 'dollars'> {
  const { series, dollarsAt } = door
  const { binMicros } = chart
  const perBin = series.binMicros / binMicros
  const first = series.from / binMicros
  const ends = series.commitsPerSecond.map((_, k) => lastOf(chart, first + k * perBin, perBin))
  const capacity = setup.instances.flatMap(({ id, isServerless }, index) =>
    isServerless || ends.some(end => placeOf(end, index) !== null)
      ? [seriesOfInstance(id, index, ends)]
      : [],
  )
  if (capacity.length === 0) return {}
  const dollars = ends.map(end => (end === null ? null : costOf(end, { setup, dollarsAt })))
  return { capacity, dollars }
}

/** Where an instance stands in a gauge; null while it is not serverless. */
function placeOf(end: End | null, index: number): number | null {
  const { gauge = [] } = end ?? {}
  for (let place = gaugeStart; place < gauge.length; place += gaugeStep) {
    if (gauge[place] === index) return place
  }
  return null
}

interface End {
  at: Micros
  gauge: Gauge
}

/** The last bin that is closed among so many. */
function lastOf({ gauges, binMicros }: Chart, from: number, count: number): End | null {
  const bin = Math.min(from + count, gauges.length) - 1
  const gauge = bin >= from ? gauges[bin] : null
  return gauge ? { at: (bin + 1) * binMicros, gauge } : null
}

/** What compute, storage and I/O have cost up to an instant, by the gauge that stood there. */
function costOf(
  { at, gauge }: End,
  { setup, dollarsAt }: { setup: Setup; dollarsAt: LaterDoor['dollarsAt'] },
): number {
  return dollarsAt(setup, groupMicrosAt(gauge, at), meteredAt(gauge, at), gauge[2]!)
}

/** Protection groups times microseconds at an instant: those counted, and what came since. */
function groupMicrosAt([, settledAt = 0, , counted = 0, groups = 0]: Gauge, at: Micros): number {
  return counted + groups * (at - settledAt)
}

/** Micro-ACU seconds at an instant: those counted, and what was reported since. */
function meteredAt(gauge: Gauge, at: Micros): number {
  const [counted = 0, settledAt = 0] = gauge
  let reported = 0
  for (let k = gaugeStart; k < gauge.length; k += gaugeStep) reported += gauge[k + 1]!
  return counted + Math.floor((reported * (at - settledAt)) / million)
}

function seriesOfInstance(instance: string, index: number, ends: (End | null)[]): CapacitySeries {
  const numberAt = (end: End | null, offset: number) => {
    const place = placeOf(end, index)
    return place === null ? null : (end?.gauge[place + offset] ?? null)
  }
  const acu = (offset: number) =>
    ends.map(end => {
      const micro = numberAt(end, offset)
      return micro === null ? null : micro / million
    })
  const phase = ends.map(end => phases[numberAt(end, 3) ?? -1] ?? null)
  return { instance, acu: acu(1), need: acu(2), phase }
}
