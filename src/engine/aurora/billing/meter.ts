/**
 * The meter of a run: the exact integral of the reported capacity of all serverless instances.
 * Rule B1.
 */
import type { Micros } from '../../contract/units.ts'

export interface Meter {
  /** Up to when it has counted. */
  settledAt: Micros
  microAcuSeconds: number
  /** Below a whole micro-ACU second, in millionths of one. */
  rest: number
  /** Instance time spent paused. */
  pausedMicros: Micros
}

export function createMeter(): Meter {
  return { settledAt: 0, microAcuSeconds: 0, rest: 0, pausedMicros: 0 }
}

/** Counts a capacity that was reported for some time; at most half a minute, to stay exact. */
export function addCapacity(meter: Meter, microAcu: number, micros: Micros): void {
  const counted = meter.rest + microAcu * micros
  meter.rest = counted % 1_000_000
  meter.microAcuSeconds += (counted - meter.rest) / 1_000_000
}
