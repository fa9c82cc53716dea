/**
 * How far model time goes while real time passes: at the speed the viewer chose, or along the
 * scenario's own pace, whose speed changes with model time. It decides how far we look, never
 * what happens.
 */
import type { Micros, SpeedText } from '../engine/contract/units.ts'
import type { Speed } from './engineDoor.ts'

export interface PaceStep {
  from: Micros
  speed: SpeedText
  rate: Speed
}

/** The pace without an entry: real time. */
const realTime: PaceStep = { from: 0, speed: '1', rate: { model: 1, real: 1 } }

export function createPace(
  steps: readonly { from: Micros; speed: SpeedText }[],
  parseSpeed: (text: unknown) => Speed | null,
): PaceStep[] {
  const known = steps.map(step => ({ ...step, rate: parseSpeed(step.speed) ?? realTime.rate }))
  const ordered = known.sort((a, b) => a.from - b.from)
  return ordered[0]?.from === 0 ? ordered : [{ ...(ordered[0] ?? realTime), from: 0 }, ...ordered]
}

/** The step of the pace in force at an instant. */
export function paceAt(pace: readonly PaceStep[], at: Micros): PaceStep {
  return pace.findLast(step => step.from <= at) ?? pace[0] ?? realTime
}

/** Where model time is after so much real time; Infinity at the speed "max". */
export function passTime(pace: readonly PaceStep[], at: number, realMicros: number): number {
  let position = at
  let left = realMicros
  for (;;) {
    const { rate } = paceAt(pace, position)
    if (rate === 'max') return Number.POSITIVE_INFINITY
    const end = nextFrom(pace, position)
    const needed = ((end - position) * rate.real) / rate.model
    if (needed > left) return position + (left * rate.model) / rate.real
    left -= needed
    position = end
  }
}

function nextFrom(pace: readonly PaceStep[], at: number): number {
  return pace.find(step => step.from > at)?.from ?? Number.POSITIVE_INFINITY
}
