/**
 * The curve as shapes: writers to the right, times the single master upwards, a line for each
 * share of common rows. Names stand at the ends of their lines, moved apart where they would touch.
 */
import { max } from 'd3-array'
import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { ScaleOutPoint } from '../../../engine/contract/scaleOut.ts'
import type { Ppm } from '../../../engine/contract/units.ts'
import { timesBaseline } from './figures.ts'

export interface Size {
  width: number
  height: number
}

export interface CurveDot {
  x: number
  y: number
  point: ScaleOutPoint
}

export interface Curve {
  share: Ppm
  path: string
  dots: CurveDot[]
  /** Where its name stands; null while it has no point. */
  label: { x: number; y: number } | null
}

export interface ScaleOutShapes {
  curves: Curve[]
  writers: { count: number; x: number }[]
  ticks: { times: number; y: number }[]
  /** The line of as many times as there are writers, and that of the single master. */
  ideal: string
  baseline: number
  left: number
  right: number
  foot: number
}

const margin = { left: 34, right: 58, top: 14, foot: 26 }
const labelHeight = 15

export function scaleOutShapes(
  points: readonly ScaleOutPoint[],
  counts: readonly number[],
  shares: readonly Ppm[],
  { width, height }: Size,
): ScaleOutShapes {
  const right = Math.max(margin.left + 40, width - margin.right)
  const foot = height - margin.foot
  const x = scalePoint([...counts], [margin.left, right])
  const measured = points.filter(({ placement }) => placement === 'common')
  const times = measured.map(point => timesBaseline(points, point) ?? 0)
  const top = Math.max(max(counts) ?? 1, max(times) ?? 1)
  const y = scaleLinear([0, top], [foot, margin.top]).nice(4)
  const place = (count: number) => x(count) ?? margin.left
  const curves = shares.map(share => curveOf(points, share, place, y))
  moveApart(curves)
  return {
    curves,
    writers: counts.map(count => ({ count, x: place(count) })),
    ticks: y.ticks(4).map(times => ({ times, y: y(times) })),
    ideal: line<number>(place, y)([...counts]) ?? '',
    baseline: y(1),
    left: margin.left,
    right,
    foot,
  }
}

function curveOf(
  points: readonly ScaleOutPoint[],
  share: Ppm,
  x: (count: number) => number,
  y: (times: number) => number,
): Curve {
  const dots = points
    .filter(point => point.placement === 'common' && point.share === share)
    .flatMap(point => {
      const times = timesBaseline(points, point)
      return times === null ? [] : [{ x: x(point.writers), y: y(times), point }]
    })
    .toSorted((one, other) => one.x - other.x)
  const path = line<CurveDot>(
    dot => dot.x,
    dot => dot.y,
  )(dots)
  const last = dots.at(-1)
  return { share, path: path ?? '', dots, label: last ? { x: last.x + 9, y: last.y + 4 } : null }
}

/** From the foot up, each name at least a line above the one before. */
function moveApart(curves: Curve[]): void {
  const labels = curves.flatMap(({ label }) => (label === null ? [] : [label]))
  let free = Number.POSITIVE_INFINITY
  for (const label of labels.toSorted((one, other) => other.y - one.y)) {
    label.y = Math.min(label.y, free)
    free = label.y - labelHeight
  }
}
