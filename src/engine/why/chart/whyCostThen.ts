/**
 * What was billed in a stretch: what the run has cost by its end, and of that each item of the
 * bill that grew, as the bill itself has them.
 */
import { billOf } from '../../aurora/billing/billOf.ts'
import { priceValuesOf } from '../../aurora/billing/standardPrices.ts'
import { usageOf } from '../../aurora/billing/usageOf.ts'
import { dollarText } from '../../aurora/billing/dollars.ts'
import type { World } from '../../aurora/world.ts'
import type { Bill, BillLine, Usage } from '../../contract/bill.ts'
import type { Cause } from '../../contract/cause.ts'
import type { Fact, FactKey } from '../../contract/facts.ts'
import { step } from '../step.ts'
import { toldIn } from './inStretch.ts'
import type { PointAsked } from './pointAsked.ts'

/** What makes another cost of the time that follows. */
const changing: readonly FactKey[] = [
  'CapacityChanged',
  'VolumeGrew',
  'ClusterStopped',
  'ClusterStarted',
  'ModificationEnded',
]

export function whyCostThen({ world, facts, point, before }: PointAsked): Cause[] {
  const known = facts.filter(({ at }) => at <= point.to)
  const then = billFor(world, before.used)
  const now = billFor(world, usageOf(world, known))
  const added = dollarText(now.nano - then.nano)
  const parameters = { total: now.dollars, added, stretchMicros: point.to - point.from }
  const isChange = ({ fact }: Fact) => changing.includes(fact)
  return [
    step(0, { key: 'why.point.cost', parameters }),
    ...now.lines.flatMap(line => grownBy(line, then)),
    ...toldIn(known.filter(isChange), point),
  ]
}

function billFor({ setup }: World, used: Usage): Bill {
  const paying = { prices: priceValuesOf(setup), isIoOptimized: used.isIoOptimized, backupGb: 0 }
  return billOf(used, paying)
}

function grownBy({ item, of, nano, quantity, unit }: BillLine, then: Bill): Cause[] {
  const earlier = then.lines.find(line => line.item === item && line.of === of)?.nano ?? 0
  if (nano <= earlier) return []
  const parameters = { item, of, quantity, unit, added: dollarText(nano - earlier) }
  return [step(1, { key: 'why.point.billed', parameters })]
}
