/** Whole seconds: a countdown in milliseconds cannot be read. */
import type { Micros } from '../engine/contract/units.ts'
import { formatTime } from './formatNumbers.ts'

export function wholeSeconds(micros: Micros): string {
  const seconds = Math.max(0, Math.round(micros / 1_000_000))
  return seconds === 0 ? '0 s' : formatTime(seconds * 1_000_000)
}
