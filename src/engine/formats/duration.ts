/**
 * Lengths of time as people write them, `"250us" "1.5ms" "60s" "5min" "2h" "1d"`, and as the
 * engine counts them, whole microseconds (Formats §0). Decimals are read exactly: what is finer
 * than a microsecond is refused, never rounded.
 */
import type { Micros } from '../contract/units.ts'

export const durationPattern = /^\d{1,15}(\.\d{1,15})?(us|ms|s|min|h|d)$/

export const unitMicros: Record<string, Micros> = {
  us: 1,
  ms: 1_000,
  s: 1_000_000,
  min: 60_000_000,
  h: 3_600_000_000,
  d: 86_400_000_000,
}

/** A hundred years: far below 2^53 microseconds, so that sums of instants stay exact. */
const longestMicros = 36_500 * 86_400_000_000

function tenTimes(count: number): number {
  let power = 1
  for (let k = 0; k < count; k++) power *= 10
  return power
}

/** The decimals in microseconds, or null when they are finer than one microsecond. */
function fractionMicros(decimals: string, unit: Micros): Micros | null {
  const digits = decimals.replace(/0+$/, '')
  const parts = tenTimes(digits.length)
  return unit % parts === 0 ? Number(digits) * (unit / parts) : null
}

/** Whole microseconds, or null when the text is not a length of time. */
export function parseDuration(text: unknown): Micros | null {
  if (typeof text !== 'string' || !durationPattern.test(text)) return null
  const number = text.replace(/[a-z]+$/, '')
  const unit = unitMicros[text.slice(number.length)] ?? 1
  const [whole = '', decimals = ''] = number.split('.')
  const fraction = fractionMicros(decimals, unit)
  if (fraction === null) return null
  const micros = Number(whole) * unit + fraction
  return micros <= longestMicros ? micros : null
}
