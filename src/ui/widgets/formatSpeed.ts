/** Speeds of viewing in words: slow motion, real time, fast forward, one second shows so much. */
import type { SpeedText } from '../../engine/contract/units.ts'

/** `1/1500×`, `1×`, `as fast as it can`. */
export function formatSpeed(speed: SpeedText): string {
  return speed === 'max' ? 'as fast as it can' : `${speed}×`
}

/** The largest unit that leaves a number above one: `100 s`, `20 min`, `1.4 h`. */
function shownInSecond(seconds: number): string {
  if (seconds < 120) return `${seconds} s`
  if (seconds < 3_600) return `${Number((seconds / 60).toPrecision(2))} min`
  return `${Number((seconds / 3_600).toPrecision(2))} h`
}

/** From here on a factor says less than what passes in a second of viewing. */
const fastest = 60

export function speedWord(speed: SpeedText): string {
  if (speed.includes('/')) return 'slow motion'
  if (speed === '1') return 'real time'
  const isFast = speed !== 'max' && Number(speed) >= fastest
  return isFast ? `1 s shows ${shownInSecond(Number(speed))}` : 'fast forward'
}

/** A measured speed: `1/1500×` below one, `12.5×` above, `–` when nothing moves. */
export function formatReached(speed: number): string {
  if (!(speed > 0)) return '–'
  if (speed < 0.95) return `1/${Number((1 / speed).toPrecision(speed < 0.1 ? 3 : 2))}×`
  return `${Number(speed.toPrecision(2)).toLocaleString('en')}×`
}
