/** The series of both sides as one list of points: their bins are the same. */
import type { Micros } from '../../engine/contract/units.ts'
import type { ChartSeries } from '../../workers/api.ts'
import { type ChartPoint, chartPoints } from '../charts/chartPoints.ts'

export interface BothPoints {
  to: Micros
  points: ChartPoint[]
}

/** Commits, latency and dollars, of this run and then of the other. */
const perSide = 3

export function joinPoints(here: ChartSeries, there: ChartSeries, to: Micros): ChartPoint[] {
  const others = chartPoints([there], to)
  return chartPoints([here], to).map((point, place) => {
    return { ...point, more: [...numbersOf(point), ...numbersOf(others[place])] }
  })
}

function numbersOf(point: ChartPoint | undefined): (number | null)[] {
  if (point === undefined) return [null, null, null]
  return [point.commitsPerSecond, point.latencyP99Micros, point.dollars]
}

export function valueOf(point: ChartPoint, side: 'here' | 'there', value: number): number | null {
  return point.more[value + (side === 'here' ? 0 : perSide)] ?? null
}
