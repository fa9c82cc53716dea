/** What a step of a migration waited for: what was told while it went on. Rule Z6. */
import type { Cause } from '../../contract/cause.ts'
import type { Fact, FactKey, FactOf } from '../../contract/facts.ts'
import { factStep } from '../whyFact.ts'

const told: readonly FactKey[] = [
  'ModificationBegan',
  'ModificationEnded',
  'PromotionStarted',
  'ReaderPromoted',
  'RecoveryStarted',
  'VolumeOpened',
  'InstanceRestarted',
  'EndpointMoved',
  'CommitsStalled',
  'CommitsResumed',
  'EngineChanged',
]

const mostListed = 8

export function duringStep(
  { id, at, parameters }: FactOf<'PlanStepEnded'>,
  facts: Fact[],
): Cause[] {
  const from = at - parameters.tookMicros
  return facts
    .filter(fact => fact.at >= from && fact.id < id && told.includes(fact.fact))
    .slice(0, mostListed)
    .map(fact => factStep(fact, 1))
}
