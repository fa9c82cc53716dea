/** The series of all stretches of the pace as one list of points, each at the middle of its bin. */
import type { Micros } from '../../engine/contract/units.ts'
import type { ChartSeries } from '../../workers/api.ts'

export interface ChartPoint {
  /** The middle of its bin. */
  at: Micros
  /** Its bin: the time after `from`, up to and at `to`. */
  from: Micros
  to: Micros
  commitsPerSecond: number | null
  latencyP50Micros: Micros | null
  latencyP99Micros: Micros | null
  /** Of the serverless instances, in the order of the series; empty without any. */
  capacity: { acu: number | null; need: number | null }[]
  dollars: number | null
  /** The further charts, in the order of the list that every range of the run has. */
  more: (number | null)[]
}

function capacityAt({ capacity }: ChartSeries, index: number): ChartPoint['capacity'] {
  return (capacity ?? []).map(({ acu, need }) => ({
    acu: acu[index] ?? null,
    need: need[index] ?? null,
  }))
}

/**
 * A bin that is not computed to its end would look like a fall: it is left out, and so is the one
 * that reaches from a stretch into the next, which has finer or wider bins of its own.
 */
export function chartPoints(charts: ChartSeries[], horizon: Micros): ChartPoint[] {
  const points = charts.flatMap((chart, place) =>
    chart.commitsPerSecond.map((commitsPerSecond, index) => ({
      at: chart.from + (index + 0.5) * chart.binMicros,
      from: chart.from + index * chart.binMicros,
      commitsPerSecond,
      latencyP50Micros: chart.latencyP50Micros[index] ?? null,
      latencyP99Micros: chart.latencyP99Micros[index] ?? null,
      capacity: capacityAt(chart, index),
      dollars: chart.dollars?.[index] ?? null,
      more: (chart.more ?? []).map(({ values }) => values[index] ?? null),
      to: chart.from + (index + 1) * chart.binMicros,
      end: charts[place + 1]?.from ?? Number.POSITIVE_INFINITY,
    })),
  )
  return points.filter(({ at, to, end }) => to <= horizon && at < end)
}

/** The point drawn nearest to an instant: near on the picture, not in model time. */
export function nearestPoint(
  points: ChartPoint[],
  at: Micros,
  x: (at: Micros) => number,
): ChartPoint | undefined {
  const from = x(at)
  let nearest: ChartPoint | undefined
  for (const point of points) {
    const isNearer =
      nearest === undefined || Math.abs(x(point.at) - from) < Math.abs(x(nearest.at) - from)
    if (isNearer) nearest = point
  }
  return nearest
}
