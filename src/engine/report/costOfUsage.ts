/** What a run has cost, as decimal text: the same for every kind of cluster. Rules B2 to B11. */
import { billOf } from '../aurora/billing/billOf.ts'
import { dollarText } from '../aurora/billing/dollars.ts'
import { priceValuesOf } from '../aurora/billing/standardPrices.ts'
import type { BillItem, Usage } from '../contract/bill.ts'
import type { Report } from '../contract/report.ts'
import type { Setup } from '../contract/scenario.ts'

export function costOfUsage(setup: Setup, usage: Usage): Report['cost'] {
  const { isIoOptimized } = usage
  const paying = { prices: priceValuesOf(setup), isIoOptimized, backupGb: 0 }
  const { lines, dollars } = billOf(usage, paying)
  const costing = (...items: BillItem[]) => {
    const those = lines.filter(({ item }) => items.includes(item))
    return dollarText(those.reduce((sum, { nano }) => sum + nano, 0))
  }
  return {
    compute: costing('compute', 'minimum'),
    storage: costing('storage'),
    io: costing('io'),
    total: dollars,
  }
}
