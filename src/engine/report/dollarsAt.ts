/** Dollars for compute and storage up to an instant, as a number to draw; rules B2 and B3. */
import {
  computeNanoDollars,
  gbPerGroup,
  prices,
  storageNanoDollars,
} from '../aurora/billing/dollars.ts'
import type { Micros } from '../contract/units.ts'

export function dollarsAt(groupCount: number, at: Micros, microAcuSeconds: number): number {
  const compute = computeNanoDollars(microAcuSeconds, prices.acuHour)
  const seconds = Math.floor(at / 1_000_000)
  const storage = storageNanoDollars(groupCount * gbPerGroup, seconds, prices.storageGbMonth)
  return (compute + storage) / 1_000_000_000
}
