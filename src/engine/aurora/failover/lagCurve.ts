/**
 * How far a reader follows behind, by the writes a second: measured at four rates (2017 table 4)
 * and interpolated between them; below and above them the nearest is taken (*assumption*). Rule F2.
 */
import type { Micros } from '../../contract/units.ts'

const rates = [1000, 2000, 5000, 10_000]
const lags: Micros[] = [2620, 3420, 3940, 5380]

export function lagCurve(writesPerSecond: number): Micros {
  const above = rates.findIndex(rate => writesPerSecond < rate)
  if (above === 0) return lags[0]!
  if (above < 0) return lags[lags.length - 1]!
  const from = rates[above - 1]!
  const share = (writesPerSecond - from) / (rates[above]! - from)
  return Math.floor(lags[above - 1]! + (lags[above]! - lags[above - 1]!) * share + 0.5)
}
