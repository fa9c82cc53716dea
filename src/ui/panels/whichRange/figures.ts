/** Rows as people compare them: what share missed its second, which range nothing beats. */
import type { RangeChoice, RangeRow } from '../../../engine/contract/whichRange.ts'

const million = 1_000_000

export function dollarsOf({ cost }: RangeRow): number {
  return Number(cost.total)
}

/** Late or refused, of all, in parts per million. */
export function missedPpm({ prompt, late, refused }: RangeRow): number {
  const all = prompt + late + refused
  return all === 0 ? 0 : ((late + refused) * million) / all
}

export function nameOf(choice: RangeChoice): string {
  if (choice.kind === 'fixed') return choice.class
  return `${choice.min} to ${choice.max} ACU`
}

/** No two choices have the same. */
export function keyOf(choice: RangeChoice): string {
  return choice.kind === 'fixed' ? choice.class : `${nameOf(choice)} ${choice.pauseAfter}`
}

/** Whether one is at least as good in both, and better in one. */
function beats(one: RangeRow, other: RangeRow): boolean {
  const [cost, otherCost] = [dollarsOf(one), dollarsOf(other)]
  const [missed, otherMissed] = [missedPpm(one), missedPpm(other)]
  if (cost > otherCost || missed > otherMissed) return false
  return cost < otherCost || missed < otherMissed
}

/** Ranges than which no other range is cheaper without being later, cheapest first. */
export function bestRanges(rows: readonly RangeRow[]): RangeRow[] {
  const ranges = rows.filter(({ choice }) => choice.kind === 'range')
  return ranges
    .filter(row => !ranges.some(other => beats(other, row)))
    .toSorted((one, other) => dollarsOf(one) - dollarsOf(other))
}

/** Half a percent of the requests is next to nobody. */
const few = 5_000

/** Which sentence says what a range came to beside a fixed instance. */
export function verdictOf(range: RangeRow, fixed: RangeRow): string {
  if (missedPpm(fixed) > missedPpm(range) + few) return 'fixedShort'
  const isCheaper = dollarsOf(range) < dollarsOf(fixed)
  const isLate = missedPpm(range) > missedPpm(fixed) + few
  if (isCheaper) return isLate ? 'cheaperLater' : 'cheaper'
  return isLate ? 'dearerLater' : 'dearer'
}

/** What the instance costs, as so many ACU around the clock; null where nothing was billed. */
export function evenAcu(range: RangeRow, fixed: RangeRow): number | null {
  const perAcu = Number(range.cost.compute) / range.meanAcu
  return perAcu > 0 ? Number(fixed.cost.compute) / perAcu : null
}

/**
 * Ranges around one: its maximum quartered, halved, as it is and doubled, with minimums from 0 up
 * to half of it. On the grid, and no range twice.
 */
export function gridAround(max: number, pauseAfter: string): RangeChoice[] {
  const grid = (acu: number) => Math.round(acu * 2) / 2
  const tops = new Set(
    [max / 4, max / 2, max, max * 2].map(acu => Math.min(256, Math.max(1, grid(acu)))),
  )
  const floors = new Set([0, 0.5, grid(max / 8), grid(max / 4), grid(max / 2)])
  return [...tops].flatMap(top =>
    [...floors]
      .filter(floor => floor <= top)
      .map((floor): RangeChoice => ({ kind: 'range', min: floor, max: top, pauseAfter })),
  )
}
