/**
 * The axis of timeline and charts in pixels: a D3 scale with one piece for each stretch of the
 * pace, and ticks that are round in each and far enough apart to be read.
 */
import { scaleLinear } from 'd3-scale'
import type { Micros } from '../../engine/contract/units.ts'
import type { PaceBand } from '../store/paceAxis.ts'
import { formatTick } from '../widgets/formatInstant.ts'
import { roundSteps } from './roundSteps.ts'

export interface Tick {
  at: Micros
  x: number
  label: string
}

/** Room for a label such as `12.25 ms`. */
const tickPixels = 74
/** A generous width of a letter of a label, and the least space between two. */
const letterPixels = 6
const gapPixels = 12

/** Instants to pixels; `width` is the length of the axis. */
export function axisScale(bands: PaceBand[], width: number) {
  const instants = [bands[0]?.from ?? 0, ...bands.map(({ to }) => to)]
  const pixels = [0, ...bands.map(({ end }) => end * width)]
  if (bands.length === 0) return scaleLinear([0, 1], [0, width]).clamp(true)
  return scaleLinear(instants, pixels).clamp(true)
}

interface Stop {
  at: Micros
  label: string
}

/** In a slow stretch hours into a run, instants differ only in what has passed since it began. */
function stopsSince({ from, to }: PaceBand, count: number): Stop[] {
  const begun = { at: from, label: formatTick(from, from) }
  const later = roundSteps(0, to - from, count).filter(passed => passed > 0)
  const step = (later[1] ?? to - from) - (later[0] ?? 0)
  const stops = later.map(passed => ({
    at: from + passed,
    label: `+${formatTick(passed, step)}`,
  }))
  return [begun, ...stops]
}

function stopsOf(band: PaceBand, count: number): Stop[] {
  const { from, to } = band
  if (from >= 60_000_000 && (to - from) / count < 1_000_000) return stopsSince(band, count)
  const instants = roundSteps(from, to, count)
  const step = (instants[1] ?? to) - (instants[0] ?? from) || to - from
  return instants.map(at => ({ at, label: formatTick(at, step) }))
}

/** Where the pace changes is worth a tick where no round one fits. */
function beginningOf({ from, to }: PaceBand): Stop {
  return { at: from, label: formatTick(from, Math.min(1_000, to - from)) }
}

function ticksOfBand(band: PaceBand, width: number): Tick[] {
  const room = (band.end - band.start) * width
  const count = Math.floor(room / tickPixels)
  const x = (at: Micros) => band.start * width + ((at - band.from) / (band.to - band.from)) * room
  const stops = count < 1 ? [beginningOf(band)] : stopsOf(band, count)
  return stops.map(({ at, label }) => ({ at, x: x(at), label }))
}

function halfWidth({ label }: Tick): number {
  return (label.length * letterPixels) / 2
}

/** Left to right; one that would touch the one before it, or leave the axis, is left out. */
export function axisTicks(bands: PaceBand[], width: number): Tick[] {
  const kept: Tick[] = []
  for (const tick of bands.flatMap(band => ticksOfBand(band, width))) {
    const before = kept.at(-1)
    const free = before === undefined ? 0 : before.x + halfWidth(before) + gapPixels
    const isInside = tick.x + halfWidth(tick) <= width + gapPixels
    if (isInside && tick.x - halfWidth(tick) >= free - (kept.length === 0 ? gapPixels : 0)) {
      kept.push(tick)
    }
  }
  return kept
}
