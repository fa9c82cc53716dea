/**
 * Shapes of a fluid demand become points, at most a thousand, between which it is linear: a leap is
 * a slope of a second. Daily shapes begin anew by themselves. The random walk is drawn here, from a
 * stream of its own, so that the run itself draws nothing for it. Rule S30.
 */
import type { CurveShape, DemandCurve, ResolvedCurve } from '../contract/demandCurve.ts'
import type { Micros } from '../contract/units.ts'
import { below, createStream, type Stream } from '../kernel/streams.ts'
import { parseDuration } from './duration.ts'

/** A shape with every number filled in; levels in millionths. */
interface Filled {
  low: number
  high: number
  at: Micros
  lasts: Micros
  every: Micros
}

type TimeKey = 'at' | 'lasts' | 'every'

const second = 1_000_000
const hour = 3_600 * second
const day = 24 * hour
const workingDays = 5
const weekDays = 7

/** What is asked of a shape when it is left out; a key that is not here is none of the shape. */
export const timesOfShape: Record<CurveShape, Partial<Record<TimeKey, Micros>>> = {
  constant: {},
  'day-and-night': { at: 14 * hour, every: day },
  spikes: { lasts: 300 * second, every: hour },
  batch: { at: 2 * hour, lasts: hour, every: day },
  'flash-sale': { at: hour, lasts: 1_800 * second },
  'working-hours': { at: 9 * hour, lasts: 8 * hour, every: day },
  ramp: { at: 0, lasts: hour },
  'random-walk': { lasts: day, every: 300 * second },
}

export const shapeNames = Object.keys(timesOfShape) as [CurveShape, ...CurveShape[]]

export function fillCurve({ shape, low, high, at, lasts, every }: DemandCurve): Filled {
  const usual = timesOfShape[shape]
  return {
    low: millionths(low ?? 0),
    high: millionths(high),
    at: parseDuration(at) ?? usual.at ?? 0,
    lasts: parseDuration(lasts) ?? usual.lasts ?? 0,
    every: parseDuration(every) ?? usual.every ?? 0,
  }
}

export function resolveCurve(curve: DemandCurve, seed: number, id: string): ResolvedCurve {
  const filled = fillCurve(curve)
  if (curve.shape !== 'random-walk') return shapes[curve.shape](filled)
  return walk(filled, createStream(seed, `demand:${id}`))
}

type Shape = (filled: Filled) => ResolvedCurve

const shapes: Record<Exclude<CurveShape, 'random-walk'>, Shape> = {
  constant: ({ high }) => curveOf([[0, high]], 0),
  'day-and-night': dayAndNight,
  spikes: ({ low, high, lasts, every }) =>
    curveOf(block({ low, high, at: Math.floor((every - lasts) / 2), lasts }), every),
  batch: ({ low, high, at, lasts, every }) => curveOf(block({ low, high, at, lasts }), every),
  'flash-sale': flashSale,
  'working-hours': workingHours,
  ramp: ({ low, high, at, lasts }) =>
    curveOf(
      [
        [at, low],
        [at + lasts, high],
      ],
      0,
    ),
}

type Points = [Micros, number][]

function curveOf(points: Points, repeatMicros: Micros): ResolvedCurve {
  return { points: points.map(([at, level]) => ({ at, level })), repeatMicros }
}

function block({ low, high, at, lasts }: Omit<Filled, 'every'>): Points {
  return [
    [at, low],
    [at + second, high],
    [at + lasts, high],
    [at + lasts + second, low],
  ]
}

/** Half of one and the cosine, each 24th of a turn, in ppm: from the peak to the trough. */
const halfWave = [
  1_000_000, 982_963, 933_013, 853_553, 750_000, 629_410, 500_000, 370_590, 250_000, 146_447,
  66_987, 17_037, 0,
] as const

function dayAndNight({ low, high, at, every }: Filled): ResolvedCurve {
  const parts = 24
  const points: Points = []
  for (let part = 0; part <= parts; part++) {
    const when = Math.floor((every * part) / parts)
    const turned = Math.floor((((when - at + every) % every) * parts) / every)
    const share = halfWave[Math.min(turned, parts - turned)]!
    points.push([when, between(low, high, share)])
  }
  return curveOf(points, every)
}

/** A leap within a second, half of the time at the top, then away. */
function flashSale({ low, high, at, lasts }: Filled): ResolvedCurve {
  return curveOf(
    [
      [at, low],
      [at + second, high],
      [at + Math.floor(lasts / 2), high],
      [at + lasts, low],
    ],
    0,
  )
}

/** Five days of seven. */
function workingHours({ low, high, at, lasts, every }: Filled): ResolvedCurve {
  const points: Points = []
  for (let index = 0; index < workingDays; index++) {
    points.push(...block({ low, high, at: at + index * every, lasts }))
  }
  return curveOf(points, weekDays * every)
}

/** Steps of up to a quarter of the way, up or down alike, thrown back at its bounds. */
function walk({ low, high, lasts, every }: Filled, stream: Stream): ResolvedCurve {
  const longest = Math.floor((high - low) / 4)
  let level = Math.floor((low + high) / 2)
  const points: Points = []
  for (let at = 0; at < lasts; at += every) {
    points.push([at, level])
    level += below(stream, 2 * longest + 1) - longest
    if (level > high) level = 2 * high - level
    if (level < low) level = 2 * low - level
  }
  return curveOf(points, lasts)
}

function between(low: number, high: number, ppm: number): number {
  return low + Math.floor(((high - low) * ppm) / 1_000_000)
}

export function millionths(level: number): number {
  return Math.floor(level * 1_000_000 + 0.5)
}
