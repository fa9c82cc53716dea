/**
 * How an application gets over a loss of connections: what it had answered in a second before, and
 * what in each whole second since, from which follows when it is back at nine tenths. Rule W11.
 */
import type { Micros } from '../../contract/units.ts'
import type { Application } from '../application.ts'

const second = 1_000_000
const million = 1_000_000
/** A loss so long after the last one is another. */
const calm = 60 * second
const mostSeconds = 1_000

export function noteOutage(application: Application, now: Micros): void {
  const { outage, answered, downMicros } = application
  if (outage && now - outage.lastAt < calm) outage.lastAt = now
  else {
    const upMicros = Math.max(1, now - downMicros)
    const pacePpm = Math.floor((answered * second * million) / upMicros)
    application.outage = { at: now, lastAt: now, pacePpm, answers: [] }
  }
}

export function noteAnswer({ outage }: Application, now: Micros): void {
  if (!outage) return
  const { at, answers } = outage
  const whole = Math.floor((now - at) / second)
  if (whole >= mostSeconds) return
  while (answers.length <= whole) answers.push(0)
  answers[whole]!++
}
