/** Lengths of time back in the form in which people write them, and the rule of that form. */
import type { DurationText, Micros } from '../contract/units.ts'
import { unitMicros } from './duration.ts'

export const durationRule =
  'a length of time with its unit, such as "250us" "1.5ms" "60s" "5min" "2h" "1d"'

function inUnit(micros: Micros, unit: string): DurationText {
  const size = unitMicros[unit] ?? 1
  const rest = micros % size
  const whole = (micros - rest) / size
  if (rest === 0) return `${whole}${unit}`
  const digits = String(size).length - 1
  return `${whole}.${String(rest).padStart(digits, '0').replace(/0+$/, '')}${unit}`
}

/** The shortest exact text: minutes and longer only when they come out whole. */
export function formatDuration(micros: Micros): DurationText {
  if (micros === 0) return '0s'
  for (const unit of ['d', 'h', 'min']) {
    if (micros % (unitMicros[unit] ?? 1) === 0) return inUnit(micros, unit)
  }
  if (micros >= 1_000_000) return inUnit(micros, 's')
  return micros >= 1_000 ? inUnit(micros, 'ms') : inUnit(micros, 'us')
}
