/**
 * Where one way to pay costs as much as another: ACU on average against an instance by the hour,
 * and I/Os a month against I/O-Optimized. Rule B13.
 */
import type { BillPair, BreakEven, PriceValues } from '../../contract/bill.ts'
import { classPrice, pricedClasses } from './classPrice.ts'

export function breakEvenOf(prices: PriceValues, isIoOptimized: boolean, own: BillPair): BreakEven {
  const v2 = prices[isIoOptimized ? 'billing.acuHourV2IoOptimized' : 'billing.acuHourV2']
  const v1 = prices['billing.acuHourV1']
  return {
    classes: pricedClasses.map(name => {
      const perHour = classPrice(name, prices, isIoOptimized)
      const nanoPerHour = perHour * 1_000
      return {
        class: name,
        nanoPerHour,
        acuV2: hundredths(perHour, v2),
        acuV1: hundredths(perHour, v1),
      }
    }),
    nanoPerAcuHour: { v1: v1 * 1_000, v2: v2 * 1_000 },
    ioMillions: ioMillionsOf(prices, own),
  }
}

function hundredths(perHour: number, perAcuHour: number): number | null {
  return perAcuHour === 0 ? null : Math.round((perHour * 100) / perAcuHour) / 100
}

/** From so many I/Os on, in a month like this, what else is dearer is saved. */
function ioMillionsOf(prices: PriceValues, [standard, optimized]: BillPair): number | null {
  const saved = prices['billing.ioMillion'] - prices['billing.ioMillionIoOptimized']
  if (optimized === null || saved <= 0) return null
  const dearer = withoutIo(optimized) - withoutIo(standard)
  return dearer < 0 ? null : Math.round(dearer / (saved * 100)) / 10
}

function withoutIo({ monthNano, monthBy }: NonNullable<BillPair[1]>): number {
  return monthNano - monthBy.io
}
