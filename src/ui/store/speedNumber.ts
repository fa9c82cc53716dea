/** Speeds of viewing: the text on the wire as a number, model time over real time. */
import type { SpeedText } from '../../engine/contract/units.ts'

export function speedNumber(speed: SpeedText): number {
  if (speed === 'max') return Number.POSITIVE_INFINITY
  const [above = '1', below = '1'] = speed.split('/')
  return Number(above) / Number(below)
}
