/**
 * What any cluster has cost at instants of a run, as a number to draw: what it had used is noted as
 * the run goes, and priced when somebody looks. Rules B1 to B11.
 */
import { billOf } from '../aurora/billing/billOf.ts'
import { spansOf } from '../aurora/billing/spansOf.ts'
import { priceValuesOf } from '../aurora/billing/standardPrices.ts'
import { type Metered, stopsOf, withoutStops } from '../aurora/billing/stops.ts'
import { usageOf } from '../aurora/billing/usageOf.ts'
import type { World } from '../aurora/world.ts'
import type { Usage } from '../contract/bill.ts'
import type { Setup } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'

/** Kept many times over: spans only where they cannot be had of the setup. */
export function usedBy(world: World): Usage {
  const spans = world.modify?.spans.map(span => ({ ...span })) ?? []
  return { ...usageOf(world, []), spans }
}

/** In dollars, by the facts that a bill needs, oldest first. */
export function dollarsUsed(setup: Setup, used: Usage, facts: readonly Metered[]): number {
  const { at, isIoOptimized } = used
  const earlier = facts.filter(fact => fact.at <= at)
  const had = setup.modify ? used.spans : spansOf({ setup })
  const usage = {
    ...used,
    spans: withoutStops(had, stopsOf(earlier)),
    groupMicros: groupMicrosOf(setup, at, earlier),
  }
  const paying = { prices: priceValuesOf(setup), isIoOptimized, backupGb: 0 }
  return billOf(usage, paying).nano / 1_000_000_000
}

function groupMicrosOf({ groupCount }: Setup, at: Micros, facts: readonly Metered[]): number {
  const added = facts.filter(({ fact }) => fact === 'VolumeGrew')
  return added.reduce((sum, grown) => sum + at - grown.at, groupCount * at)
}
