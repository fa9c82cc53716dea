/** A length of time as a person types it, `5 ms`, `1.5s`, `2 min`: with its unit, always. */
import type { DurationText, Micros } from '../../engine/contract/units.ts'

const unitMicros: Record<string, Micros> = {
  us: 1,
  µs: 1,
  ms: 1_000,
  s: 1_000_000,
  min: 60_000_000,
  h: 3_600_000_000,
  d: 86_400_000_000,
}

export const timeRule = 'a number with its unit, as 250us, 1.5ms, 60s, 5min, 2h or 1d'

/** Whole microseconds, or null when it is no length of time. */
export function readTime(text: string): Micros | null {
  const match = /^(\d{1,12}(?:\.\d{1,9})?)\s*(us|µs|ms|s|min|h|d)$/.exec(text.trim())
  if (match === null) return null
  return Math.round(Number(match[1]) * (unitMicros[match[2] ?? ''] ?? 1))
}

/** As the engine reads it. */
export function timeText(micros: Micros): DurationText {
  const [unit] = Object.entries(unitMicros)
    .filter(([name, length]) => name !== 'µs' && micros % length === 0)
    .slice(-1)
  return unit === undefined ? `${micros}us` : `${micros / unit[1]}${unit[0]}`
}
