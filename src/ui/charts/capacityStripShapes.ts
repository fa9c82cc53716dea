/**
 * The strip of capacity over the timeline: the area of what an instance had, in steps, the line of
 * what it needed, and the highest of both, which is at its head.
 */
import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { area, curveStep, line } from 'd3-shape'
import type { ChartPoint } from './chartPoints.ts'

export interface CapacityStripShapes {
  has: string
  hasEdge: string
  needs: string
  /** In ACU; 0 when there is nothing to draw. */
  top: number
}

type Value = (point: ChartPoint) => number | null

function ofFirst(name: 'acu' | 'need'): Value {
  return ({ capacity }) => capacity[0]?.[name] ?? null
}

export function capacityStripShapes(
  points: ChartPoint[],
  x: (at: number) => number,
  height: number,
): CapacityStripShapes {
  const [has, needs] = [ofFirst('acu'), ofFirst('need')]
  const highest = max(points.flatMap(point => [has(point) ?? 0, needs(point) ?? 0])) ?? 0
  const y = scaleLinear([0, highest || 1], [height - 1, 3])
  const lineOf = (value: Value) =>
    line<ChartPoint>(
      ({ at }) => x(at),
      point => y(value(point) ?? 0),
    )
      .defined(point => value(point) !== null)
      .curve(curveStep)
  const ground = area<ChartPoint>(
    ({ at }) => x(at),
    height - 1,
    point => y(has(point) ?? 0),
  )
    .defined(point => has(point) !== null)
    .curve(curveStep)
  return {
    has: ground(points) ?? '',
    hasEdge: lineOf(has)(points) ?? '',
    needs: lineOf(needs)(points) ?? '',
    top: highest,
  }
}
