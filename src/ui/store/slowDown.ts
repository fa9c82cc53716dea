/**
 * Slow motion by itself round a marked moment. The marks of what was played once are known, so it
 * begins before them; where the run is new, a mark is known only when it is there: then the run
 * goes back a little and shows it again, slowly.
 */
import type { Micros, SpeedText } from '../../engine/contract/units.ts'
import { speedNumber } from './speedNumber.ts'
import { speeds } from './speeds.ts'

/** Slow is so many times slower than before, and lasts so long before and after the moment. */
const factor = 20
const leadSeconds = 1.5

export interface Slowing {
  /** Moments up to here have been shown. */
  seen: Micros
  /** Until when it is slow, and how it went on before; null = at the usual speed. */
  until: Micros | null
  before: { speed: SpeedText; isPaced: boolean } | null
}

export interface Now {
  at: Micros
  speed: SpeedText
  isPaced: boolean
  /** Instants of the marks that the filter lets through, ascending. */
  marks: readonly Micros[]
}

export type SlowStep =
  | { do: 'nothing' }
  | { do: 'slow'; speed: SpeedText; from: Micros | null }
  | { do: 'restore' }

export function startSlowing(at: Micros): Slowing {
  return { seen: at, until: null, before: null }
}

/** The stop nearest below a twentieth of the speed; null when it is slow enough as it is. */
function slowerThan(speed: SpeedText): SpeedText | null {
  const wished = Math.min(speedNumber(speed), 10_000) / factor
  const slower = speeds.findLast(stop => speedNumber(stop) <= wished)
  return slower ?? null
}

/** What to do now; `slowing` notes it. */
export function stepSlowing(slowing: Slowing, { at, speed, isPaced, marks }: Now): SlowStep {
  if (slowing.until !== null) return at < slowing.until ? { do: 'nothing' } : restore(slowing, at)
  if (at < slowing.seen) slowing.seen = at
  const slow = slowerThan(speed)
  const mark = marks.find(each => each > slowing.seen)
  if (slow === null || mark === undefined) return { do: 'nothing' }
  const lead = Math.round(leadSeconds * 1_000_000 * speedNumber(slow))
  if (at < mark - lead) return { do: 'nothing' }
  const last = marks.findLast(each => each <= mark + lead) ?? mark
  Object.assign(slowing, { seen: last, until: last + lead, before: { speed, isPaced } })
  return { do: 'slow', speed: slow, from: at > mark ? Math.max(0, mark - lead) : null }
}

function restore(slowing: Slowing, at: Micros): SlowStep {
  slowing.until = null
  slowing.seen = Math.max(slowing.seen, at)
  return { do: 'restore' }
}
