/** The stops of the speed slider, even on a log scale, as fast as it can at the end. */
import type { SpeedText } from '../../engine/contract/units.ts'
import { speedNumber } from './speedNumber.ts'

const slow = [10000, 5000, 2500, 1500, 1000, 500, 250, 100, 50, 25, 10, 5, 2]
const fast = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000]

export const speeds: SpeedText[] = [
  ...slow.map(below => `1/${below}`),
  ...fast.map(above => `${above}`),
  'max',
]

function distance(a: number, b: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b ? 0 : Number.POSITIVE_INFINITY
  return Math.abs(Math.log(a / b))
}

/** The index of the stop nearest to a speed, by ratio. */
export function nearestSpeed(speed: SpeedText): number {
  const asked = speedNumber(speed)
  const distances = speeds.map(stop => distance(speedNumber(stop), asked))
  return distances.indexOf(Math.min(...distances))
}
