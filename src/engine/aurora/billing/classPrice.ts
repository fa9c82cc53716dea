/**
 * What an instance costs an hour, in micro-dollars, by its class. A family has one price to change,
 * that of its smallest size listed; the others keep their proportion to it. Larger sizes than those
 * listed cost in proportion to the largest, and families without a price as R5. Rule B8.
 */
import type { BillParameterName, PriceValues } from '../../contract/bill.ts'

interface Family {
  price: BillParameterName
  /** By size, smallest first. */
  listed: Readonly<Record<string, number>>
}

const r5: Family = {
  price: 'billing.instanceHourR5',
  listed: { large: 290_000, xlarge: 580_000, '2xlarge': 1_160_000, '4xlarge': 2_320_000 },
}

const families: Readonly<Record<string, Family>> = {
  r5,
  r6g: {
    price: 'billing.instanceHourR6g',
    listed: { large: 260_000, xlarge: 519_000, '2xlarge': 1_038_000, '4xlarge': 2_076_000 },
  },
  r7g: {
    price: 'billing.instanceHourR7g',
    listed: { large: 276_000, xlarge: 553_000, '2xlarge': 1_106_000, '4xlarge': 2_211_000 },
  },
  r8g: { price: 'billing.instanceHourR8g', listed: { large: 276_000, xlarge: 552_000 } },
  t3: { price: 'billing.instanceHourT3', listed: { medium: 82_000, large: 164_000 } },
  t4g: { price: 'billing.instanceHourT4g', listed: { medium: 73_000, large: 146_000 } },
}

/** Every class that has a price of its own, with the family's order. */
export const pricedClasses: readonly string[] = Object.entries(families).flatMap(
  ([family, { listed }]) => Object.keys(listed).map(size => `db.${family}.${size}`),
)

const million = 1_000_000

export function classPrice(
  instanceClass: string,
  prices: PriceValues,
  isIoOptimized: boolean,
): number {
  const [, family = '', size = 'large'] = instanceClass.split('.')
  const { price, listed } = families[family] ?? r5
  const inProportion = Math.round((listedAt(listed, size) * prices[price]) / firstOf(listed))
  if (!isIoOptimized) return inProportion
  return Math.round((inProportion * prices['billing.instanceIoOptimizedFactor']) / million)
}

function firstOf(listed: Family['listed']): number {
  return Object.values(listed)[0]!
}

/** `12xlarge` is three times `4xlarge`. */
function listedAt(listed: Family['listed'], size: string): number {
  const [largest, price] = Object.entries(listed).at(-1)!
  return listed[size] ?? (price * unitsOf(size)) / unitsOf(largest)
}

/** In `xlarge`: a `large` is half of one. */
function unitsOf(size: string): number {
  const counted = Number.parseInt(size, 10)
  if (counted > 0) return counted
  return size === 'xlarge' ? 1 : 1 / 2
}

/** CPUs by AWS's own list: two in a `large` and in the sizes of T, then as the size counts. */
export function listedVcpus(instanceClass: string): number {
  const size = instanceClass.split('.')[2] ?? 'large'
  return Math.max(2, unitsOf(size) * 4)
}
