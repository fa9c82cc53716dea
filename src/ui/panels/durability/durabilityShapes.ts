/**
 * The chart as shapes: a time to the right and what is measured upwards, both by powers of ten.
 * For each scheme the dashes of the closed form, the line of the chain, and dots with whiskers.
 */
import { extent } from 'd3-array'
import { scaleLog } from 'd3-scale'
import { line } from 'd3-shape'
import type {
  DurabilityCurve,
  DurabilityMeasure,
  DurabilityPoint,
  DurabilityScheme,
  DurabilityValue,
} from '../../../engine/contract/durability.ts'
import { secondsOfYear } from './timeStops.ts'

export interface Dot {
  x: number
  y: number
  /** Ends of the whisker. */
  top: number
  foot: number
  point: DurabilityPoint
}

export interface SchemeShapes {
  scheme: DurabilityScheme
  closed: string
  markov: string
  dots: Dot[]
  /** Where its name stands. */
  label: { x: number; y: number }
}

export interface DurabilityShapes {
  schemes: SchemeShapes[]
  powers: { exponent: number; y: number }[]
  times: { at: number; x: number }[]
  /** The time that is set, or null outside. */
  here: number | null
  left: number
  right: number
  top: number
  foot: number
}

interface Question {
  measure: DurabilityMeasure
  here: number
  width: number
  height: number
}

const margin = { left: 44, right: 40, top: 12, foot: 28 }
const labelHeight = 16
const mostPowers = 9

/** Losses a year, or seconds a year without a write set. */
export function plotted(value: number, measure: DurabilityMeasure): number {
  return measure === 'stalled' ? value * secondsOfYear : value
}

export function durabilityShapes(
  curves: readonly DurabilityCurve[],
  { measure, here, width, height }: Question,
): DurabilityShapes {
  const right = Math.max(margin.left + 60, width - margin.right)
  const foot = height - margin.foot
  const ats = (curves[0]?.points ?? []).map(({ at }) => at)
  const x = scaleLog(between(ats), [margin.left, right])
  const found = curves.flatMap(curve => curve.points.flatMap(point => valuesOf(point[measure])))
  const [least, most] = between(found.map(value => plotted(value, measure)))
  const decades: [number, number] = [10 ** Math.floor(log10(least)), 10 ** Math.ceil(log10(most))]
  const y = scaleLog(decades, [foot, margin.top]).clamp(true)
  const place = (value: number) => y(Math.max(plotted(value, measure), decades[0]))
  const schemes = curves.map(curve => schemeOf(curve, { measure, x, y: place, right }))
  moveApart(schemes)
  return {
    schemes,
    powers: powersOf(decades).map(exponent => ({ exponent, y: y(10 ** exponent) })),
    times: ats.map(at => ({ at, x: x(at) })),
    here: ats.length > 0 && here >= ats[0]! && here <= ats.at(-1)! ? x(here) : null,
    ...{ left: margin.left, right, top: margin.top, foot },
  }
}

function valuesOf({ closed, markov }: DurabilityValue): number[] {
  return [closed, markov].filter(value => value > 0)
}

function between(values: number[]): [number, number] {
  const [least, most] = extent(values)
  if (least === undefined || most === undefined) return [1, 10]
  return least === most ? [least / 2, most * 2] : [least, most]
}

function log10(value: number): number {
  return Math.round(Math.log10(value) * 1e9) / 1e9
}

/** At most nine lines across. */
function powersOf([least, most]: [number, number]): number[] {
  const first = Math.round(Math.log10(least))
  const count = Math.round(Math.log10(most)) - first
  const step = Math.max(1, Math.ceil(count / mostPowers))
  return Array.from({ length: Math.floor(count / step) + 1 }, (_, index) => first + index * step)
}

/** Where things stand on the chart. */
interface Places {
  measure: DurabilityMeasure
  x: (at: number) => number
  y: (value: number) => number
  right: number
}

function schemeOf({ scheme, points }: DurabilityCurve, places: Places): SchemeShapes {
  const { measure, x, y, right } = places
  const through = (of: (value: DurabilityValue) => number) =>
    line<DurabilityPoint>(
      ({ at }) => x(at),
      point => y(of(point[measure])),
    )([...points]) ?? ''
  const last = points.at(-1)
  return {
    scheme,
    closed: through(({ closed }) => closed),
    markov: through(({ markov }) => markov),
    dots: points.flatMap(point => dotsOf(point, places)),
    label: { x: right + 8, y: last === undefined ? 0 : y(last[measure].markov) + 4 },
  }
}

/** None where no history came to it. */
function dotsOf(point: DurabilityPoint, { measure, x, y }: Places): Dot[] {
  const { sampled } = point[measure]
  if (sampled === null || sampled.mean <= 0) return []
  const { mean, halfWidth } = sampled
  const ends = { top: y(mean + halfWidth), foot: y(mean - halfWidth) }
  return [{ x: x(point.at), y: y(mean), ...ends, point }]
}

/** From the foot up, each name at least a line above the one before. */
function moveApart(schemes: SchemeShapes[]): void {
  let free = Number.POSITIVE_INFINITY
  for (const { label } of schemes.toSorted((one, other) => other.label.y - one.label.y)) {
    label.y = Math.min(label.y, free)
    free = label.y - labelHeight
  }
}
