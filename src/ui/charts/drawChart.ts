/**
 * A chart as paths: zero at the foot, the next round number above the highest value at the head.
 * A bin without answers is a gap; a point with gaps on both sides is a dot, or it would vanish.
 */
import { max } from 'd3-array'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { curveLinear, curveStep, line } from 'd3-shape'
import type { ChartPoint } from './chartPoints.ts'

export interface Series {
  name: string
  /** `stepped` is solid and holds each value to the next: capacities jump. */
  shape: 'solid' | 'dashed' | 'stepped' | 'dotted'
  value: (point: ChartPoint) => number | null
  /** Whose line it is, as the engine names it: an instance, an application, a cause. */
  of?: string
}

interface DrawnSeries extends Omit<Series, 'value' | 'of'> {
  path: string
  dots: { x: number; y: number }[]
}

export interface DrawnChart {
  y: ScaleLinear<number, number>
  /** The value at the head; 0 when there is nothing to draw. */
  top: number
  lines: DrawnSeries[]
}

interface Axes {
  x: (at: number) => number
  y: (value: number) => number
}

function isNumber(value: number | null | undefined): value is number {
  return value !== null && value !== undefined
}

function drawSeries(points: ChartPoint[], { name, shape, value }: Series, axes: Axes): DrawnSeries {
  const { x, y } = axes
  const values = points.map(value)
  const draw = line<ChartPoint>(
    point => x(point.at),
    (_, index) => y(values[index] ?? 0),
  )
    .defined((_, index) => isNumber(values[index]))
    .curve(shape === 'stepped' ? curveStep : curveLinear)
  const dots = points.flatMap(({ at }, index) => {
    const own = values[index]
    const isLone = !isNumber(values[index - 1]) && !isNumber(values[index + 1])
    return isNumber(own) && isLone ? [{ x: x(at), y: y(own) }] : []
  })
  return { name, shape, path: draw(points) ?? '', dots }
}

export function drawChart(
  points: ChartPoint[],
  series: Series[],
  x: (at: number) => number,
  height: number,
): DrawnChart {
  const highest = max(series.flatMap(({ value }) => points.map(value)).filter(isNumber)) ?? 0
  const y = scaleLinear([0, highest || 1], [height - 2, 4]).nice(4)
  const lines = series.map(each => drawSeries(points, each, { x, y }))
  return { y, top: highest > 0 ? (y.domain()[1] ?? 0) : 0, lines }
}
