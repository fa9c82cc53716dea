/**
 * The meter of a run: the exact integrals of the reported capacity of all serverless instances and
 * of the number of protection groups, and the input and output of the volume. Rules B1, B3 and B7.
 */
import type { Micros } from '../../contract/units.ts'

export interface Meter {
  /** Up to when it has counted. */
  settledAt: Micros
  microAcuSeconds: number
  /** Below a whole micro-ACU second, in millionths of one. */
  rest: number
  /** Protection groups times microseconds. */
  groupMicros: number
  /** Instance time spent paused. */
  pausedMicros: Micros
  /** Bytes of redo written, and what it and the pages read come to as I/Os. */
  redoBytes: number
  ios: number
}

/** B7: a write is up to 4 KB of redo. */
export const bytesPerWrite = 4_096

export function createMeter(): Meter {
  return {
    settledAt: 0,
    microAcuSeconds: 0,
    rest: 0,
    groupMicros: 0,
    pausedMicros: 0,
    redoBytes: 0,
    ios: 0,
  }
}

/** All pages read so far, and the redo written since it was last told. */
export function addIo(meter: Meter, pagesRead: number, redoBytes: number): void {
  meter.redoBytes += redoBytes
  meter.ios = pagesRead + Math.ceil(meter.redoBytes / bytesPerWrite)
}

/** Counts a capacity that was reported for some time; at most half a minute, to stay exact. */
export function addCapacity(meter: Meter, microAcu: number, micros: Micros): void {
  const counted = meter.rest + microAcu * micros
  meter.rest = counted % 1_000_000
  meter.microAcuSeconds += (counted - meter.rest) / 1_000_000
}
