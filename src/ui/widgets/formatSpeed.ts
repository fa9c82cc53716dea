/** Speeds of viewing in words: slow motion, real time, fast forward. */
import type { SpeedText } from '../../engine/contract/units.ts'

/** `1/1500×`, `1×`, `as fast as it can`. */
export function formatSpeed(speed: SpeedText): string {
  return speed === 'max' ? 'as fast as it can' : `${speed}×`
}

export function speedWord(speed: SpeedText): string {
  if (speed === 'max' || !speed.includes('/')) return speed === '1' ? 'real time' : 'fast forward'
  return 'slow motion'
}

/** A measured speed: `1/1500×` below one, `12.5×` above, `–` when nothing moves. */
export function formatReached(speed: number): string {
  if (!(speed > 0)) return '–'
  if (speed < 0.95) return `1/${Number((1 / speed).toPrecision(speed < 0.1 ? 3 : 2))}×`
  return `${Number(speed.toPrecision(2)).toLocaleString('en')}×`
}
