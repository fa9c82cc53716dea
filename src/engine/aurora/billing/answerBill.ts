/**
 * All that a page shows of a bill at an instant: the run that is shown, what was played beside it,
 * prices as they stand, and where ways to pay cost the same. Rules B8 to B14.
 */
import type {
  BillAnswer,
  BillPair,
  BillRequest,
  PriceName,
  PriceRow,
  PriceValues,
  Usage,
} from '../../contract/bill.ts'
import type { World } from '../world.ts'
import { billOf } from './billOf.ts'
import { breakEvenOf } from './breakEvenOf.ts'
import { sizingOf } from './sizingOf.ts'
import { priceValuesOf } from './standardPrices.ts'
import type { Metered } from './stops.ts'
import { usageOf } from './usageOf.ts'

const million = 1_000_000

export function answerBill(
  world: World,
  request: BillRequest,
  facts: readonly Metered[],
): BillAnswer {
  const usage = usageOf(world, facts)
  const standing = priceValuesOf(world.setup)
  const prices = { ...standing, ...changedPrices(request.prices) }
  const pairOf = (its: Usage) => bothWays(its, prices, request.backupGb)
  const own = pairOf(usage)
  return {
    usage,
    own,
    others: request.usages.map(pairOf),
    prices: priceRows(prices, standing),
    breakEven: breakEvenOf(prices, usage.isIoOptimized, own),
    sizing: request.sizing && sizingOf(request.sizing, prices),
  }
}

function bothWays(usage: Usage, prices: PriceValues, backupGb: number): BillPair {
  const paying = (isIoOptimized: boolean) => billOf(usage, { prices, isIoOptimized, backupGb })
  return [paying(false), usage.acu?.generation === 'v1' ? null : paying(true)]
}

function unitOf(name: PriceName): PriceRow['unit'] {
  if (name.includes('minimum')) return 'seconds'
  if (name === 'billing.hoursPerMonth') return 'hours'
  return name === 'billing.instanceIoOptimizedFactor' ? 'factor' : 'dollars'
}

/** What a unit of the page is in the engine's whole numbers. */
function scaleOf(name: PriceName): number {
  return unitOf(name) === 'hours' ? 1 : million
}

/** What is no price is left as it was. */
function changedPrices(changed: BillRequest['prices']): Partial<PriceValues> {
  const fit = (Object.entries(changed) as [PriceName, number][]).filter(
    ([, value]) => Number.isFinite(value) && value >= 0,
  )
  return Object.fromEntries(fit.map(([name, value]) => [name, Math.round(value * scaleOf(name))]))
}

function priceRows(prices: PriceValues, standing: PriceValues): PriceRow[] {
  return (Object.keys(prices) as PriceName[]).map(name => ({
    name,
    value: prices[name] / scaleOf(name),
    unit: unitOf(name),
    isChanged: prices[name] !== standing[name],
  }))
}
