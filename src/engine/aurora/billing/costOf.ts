/** What a cluster has cost up to an instant, in whole nano-dollars. Rules B2, B3 and B7. */
import type { Setup } from '../../contract/scenario.ts'
import { computeNanoDollars, gbPerGroup, ioNanoDollars, storageNanoDollars } from './dollars.ts'
import { pricesOf, v2AcuHour } from './prices.ts'

export interface Metered {
  /** Protection groups times microseconds: the volume as it was, while it grew. */
  groupMicros: number
  microAcuSeconds: number
  ios: number
  /** Of the capacity, what was used before Serverless v1 was left; absent where it was not. */
  microAcuSecondsAsV1?: number
}

export interface Cost {
  compute: number
  storage: number
  io: number
  total: number
}

export function costOf(setup: Setup, metered: Metered): Cost {
  const { acuHour, storageGbMonth, ioMillion } = pricesOf(setup)
  const groupSeconds = Math.floor(metered.groupMicros / 1_000_000)
  const asV1 = metered.microAcuSecondsAsV1 ?? 0
  const compute =
    computeNanoDollars(asV1, acuHour) +
    computeNanoDollars(metered.microAcuSeconds - asV1, asV1 > 0 ? v2AcuHour(setup) : acuHour)
  const storage = storageNanoDollars(gbPerGroup, groupSeconds, storageGbMonth)
  const io = ioNanoDollars(metered.ios, ioMillion)
  return { compute, storage, io, total: compute + storage + io }
}
