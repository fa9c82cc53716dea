/** An instant as the page gives it, as text or number, within what can be looked at. */
import type { DurationText, Micros } from '../engine/contract/units.ts'
import { lastInstant } from './player.ts'
import { type Session, standOf } from './session.ts'

export function instantOf(session: Session, at: DurationText | Micros): Micros {
  const micros = typeof at === 'number' ? at : session.engine.parseDuration(at)
  const latest = lastInstant(standOf(session).timeline)
  if (micros !== null && Number.isInteger(micros) && micros >= 0 && micros <= latest) return micros
  const rule = `an instant from "0s" to "${latest / 1_000_000}s", as "1.5ms" or "60s"`
  throw new RangeError(`${JSON.stringify(at)} is not ${rule}`)
}
