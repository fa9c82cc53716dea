/** A demand curve as shapes: time to the right, level upwards, marks at round times and levels. */
import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Micros } from '../../../engine/contract/units.ts'
import { parts, type Spot } from './drawnCurve.ts'

export interface Plot {
  width: number
  height: number
  left: number
  right: number
  top: number
  foot: number
}

export interface CurveShapes {
  path: string
  filled: string
  levels: { level: number; y: number }[]
  times: { words: string; x: number }[]
}

export function plotOf(width: number): Plot {
  const height = 190
  const right = Math.max(60, width - 8)
  return { width, height, left: 40, right, top: 10, foot: height - 22 }
}

function scales({ left, right, top, foot }: Plot, most: number) {
  return {
    x: scaleLinear([0, parts], [left, right]),
    y: scaleLinear([0, most], [foot, top]),
  }
}

export function curveShapes(
  levels: readonly number[],
  span: Micros,
  most: number,
  plot: Plot,
): CurveShapes {
  const { x, y } = scales(plot, most)
  const column = (_: number, index: number) => x(index)
  const height = (level: number) => y(Math.min(level, most))
  return {
    path: line<number>(column, height)([...levels]) ?? '',
    filled: area<number>(column, plot.foot, height)([...levels]) ?? '',
    levels: y.ticks(4).map(level => ({ level, y: y(level) })),
    times: timeMarks(span, plot),
  }
}

const minute = 60_000_000

function timeMarks(span: Micros, { left, right }: Plot): CurveShapes['times'] {
  const count = right - left > 300 ? 6 : 4
  return Array.from({ length: count + 1 }, (_, index) => ({
    words: clockOf((span * index) / count, span),
    x: left + ((right - left) * index) / count,
  }))
}

/** The time of a day, or minutes; of a week its day and hour. */
export function clockOf(micros: Micros, span: Micros): string {
  const minutes = Math.round(micros / minute)
  const hours = Math.floor(minutes / 60)
  const clock = `${hours % 24}:${`${minutes % 60}`.padStart(2, '0')}`
  if (span <= 60 * minute) return `${minutes} min`
  if (span <= 24 * 60 * minute) return `${hours}:${clock.split(':')[1]}`
  return `d${Math.floor(hours / 24) + 1} ${clock}`
}

/** Where a pointer is, kept within the drawing. */
export function spotAt(point: { x: number; y: number }, most: number, plot: Plot): Spot {
  const { x, y } = scales(plot, most)
  const part = Math.min(parts, Math.max(0, x.invert(point.x)))
  const level = Math.min(most, Math.max(0, y.invert(point.y)))
  return { part, level }
}

export function placeOf({ part, level }: Spot, most: number, plot: Plot): { x: number; y: number } {
  const { x, y } = scales(plot, most)
  return { x: x(part), y: y(Math.min(level, most)) }
}
