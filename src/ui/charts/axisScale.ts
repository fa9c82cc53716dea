/**
 * The axis of timeline and charts in pixels: a D3 scale with one piece for each stretch of the
 * pace, and ticks that are round in each and far enough apart to be read.
 */
import { ticks as roundTicks } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import type { Micros } from '../../engine/contract/units.ts'
import type { PaceBand } from '../store/paceAxis.ts'
import { formatTick } from '../widgets/formatInstant.ts'

export interface Tick {
  at: Micros
  x: number
  label: string
}

/** Room for a label such as `12.25 ms`. */
const tickPixels = 74

/** Instants to pixels; `width` is the length of the axis. */
export function axisScale(bands: PaceBand[], width: number) {
  const instants = [bands[0]?.from ?? 0, ...bands.map(({ to }) => to)]
  const pixels = [0, ...bands.map(({ end }) => end * width)]
  if (bands.length === 0) return scaleLinear([0, 1], [0, width]).clamp(true)
  return scaleLinear(instants, pixels).clamp(true)
}

function ticksOfBand(band: PaceBand, width: number): Tick[] {
  const room = (band.end - band.start) * width
  const count = Math.floor(room / tickPixels)
  if (count < 1) return []
  const instants = roundTicks(band.from, band.to, count)
  const step = (instants[1] ?? band.to) - (instants[0] ?? band.from) || band.to - band.from
  const x = (at: Micros) => band.start * width + ((at - band.from) / (band.to - band.from)) * room
  return instants.map(at => ({ at, x: x(at), label: formatTick(at, step) }))
}

/** Left to right; one that would touch the one before it is left out. */
export function axisTicks(bands: PaceBand[], width: number): Tick[] {
  const kept: Tick[] = []
  for (const tick of bands.flatMap(band => ticksOfBand(band, width))) {
    const before = kept.at(-1)
    const isRoomy = before === undefined || tick.x - before.x >= tickPixels * 0.8
    if (isRoomy && tick.x <= width - 14 && tick.x >= 6) kept.push(tick)
  }
  return kept
}
