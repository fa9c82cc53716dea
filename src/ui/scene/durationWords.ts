/** Lengths of time as people read them, three figures and the unit that fits. */
import type { Micros } from '../../engine/contract/units.ts'

const units: readonly [number, string][] = [
  [3_600_000_000, 'h'],
  [60_000_000, 'min'],
  [1_000_000, 's'],
  [1_000, 'ms'],
]

export function durationWords(micros: Micros): string {
  const unit = units.find(([length]) => micros >= length)
  if (unit === undefined) return `${Math.max(0, Math.round(micros))} µs`
  const value = micros / unit[0]
  return `${value >= 100 ? Math.round(value) : value.toFixed(1)} ${unit[1]}`
}
