/**
 * Why this reader was promoted: its failover tier and size beside those of the other readers that
 * were open. Lag does not decide; it is said, since one asks. Rules F4 and F5.
 */
import { sizeOf, tierOf } from '../../aurora/tierOf.ts'
import type { World } from '../../aurora/world.ts'
import type { Cause } from '../../contract/cause.ts'
import type { Fact, FactOf } from '../../contract/facts.ts'
import type { InstanceId } from '../../contract/ids.ts'
import type { Micros } from '../../contract/units.ts'
import { step } from '../step.ts'

interface Promotion {
  instance: InstanceId
  instead: InstanceId
  at: Micros
}

export function whyChosen(world: World, promotion: Promotion, facts: Fact[]): Cause[] {
  const { instance, instead } = promotion
  const index = world.instances.findIndex(({ id }) => id === instance)
  const tier = tierOf(world, index)
  const vcpus = sizeOf(world, index)
  const subject = `instance:${instance}`
  const parameters = { instance, instead, tier, vcpus, ...othersOf(world, promotion) }
  const chosen = step(1, { key: 'why.promotion.chosen', parameters }, { subject })
  return [chosen, ...lag(promotion, facts)]
}

/** The readers that it was chosen before, each with its tier and size. */
function othersOf(world: World, { instance, instead }: Promotion) {
  const others = world.instances
    .map(({ id, role, status }, index) => ({ id, role, status, index }))
    .filter(({ id, role, status }) => role === 'reader' && status === 'open' && id !== instead)
    .filter(({ id }) => id !== instance)
  return {
    others: others.map(({ id }) => id),
    otherTiers: others.map(({ index }) => tierOf(world, index)),
    otherSizes: others.map(({ index }) => sizeOf(world, index)),
  }
}

function lag({ instance, at }: Promotion, facts: Fact[]): Cause[] {
  const isIts = (fact: Fact): fact is FactOf<'StreamApplied'> =>
    fact.fact === 'StreamApplied' && fact.parameters.instance === instance && fact.at <= at
  const applied = facts.filter(isIts).at(-1)
  if (applied === undefined) return []
  const { lagMicros, vdl } = applied.parameters
  const said = { key: 'why.promotion.lag', parameters: { instance, lagMicros, vdl } }
  return [step(1, said, { at: applied.at, fact: applied.id })]
}
