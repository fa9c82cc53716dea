/** The speeds that a menu offers, and what may be written beside them. */
import type { SpeedText } from '../contract/units.ts'

export const speedRule = 'a speed from "1/10000" over "1" to "1000000", or "max"'

/** Slow to fast. */
export const speeds: SpeedText[] = [
  ...['1/10000', '1/5000', '1/1500', '1/500', '1/200', '1/100', '1/50', '1/20', '1/10', '1/5'],
  ...['1/2', '1', '2', '5', '20', '100', '600', '3600', 'max'],
]
