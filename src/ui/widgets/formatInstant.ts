/** Instants and durations for people: in units that fit, with the digits that still tell apart. */
import type { Micros } from '../../engine/contract/units.ts'

const second = 1_000_000
const minute = 60 * second
const hour = 60 * minute

function trim(value: number, digits: number): string {
  return value.toFixed(digits)
}

function longInstant(at: Micros): string {
  const hours = Math.floor(at / hour)
  const minutes = Math.floor((at % hour) / minute)
  const seconds = trim((at % minute) / second, hours > 0 ? 0 : 1)
  return hours > 0 ? `${hours} h ${minutes} min ${seconds} s` : `${minutes} min ${seconds} s`
}

/** `218.40 ms`, `1.204 s`, `2 min 3.4 s`, `1 h 2 min 3 s`. */
export function formatInstant(at: Micros): string {
  if (at < second) return `${trim(at / 1000, 2)} ms`
  if (at < minute) return `${trim(at / second, 3)} s`
  return longInstant(at)
}

/** In whole parts, without those that are zero: `1 h 30 min`, `2 min`, `1 min 15 s`. */
function longTick(at: Micros): string {
  const whole = Math.round(at / second) * second
  const hours = Math.floor(whole / hour)
  const minutes = Math.floor((whole % hour) / minute)
  const seconds = (whole % minute) / second
  const parts = [
    [hours, 'h'],
    [minutes, 'min'],
    [seconds, 's'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(' ')
}

/** The label of an axis tick: as few digits as the step between ticks allows. */
export function formatTick(at: Micros, step: Micros): string {
  if (at >= minute) return longTick(at)
  const [unit, name] = at >= second ? [second, 's'] : [1000, 'ms']
  const digits = Math.min(3, Math.max(0, Math.ceil(-Math.log10(step / unit))))
  return at === 0 ? '0' : `${Number(trim(at / unit, digits))} ${name}`
}
