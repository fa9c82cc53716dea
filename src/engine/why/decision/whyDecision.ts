/**
 * The numbers behind a decision: of scaling, of falling asleep, of a move to another host, of a
 * failover, of a step of a migration. The world must stand at the end of the instant at which the
 * fact was told. Rules S3, S8, S22, E3, E4, F3, F4 and Z6.
 */
import { patienceMicros } from '../../aurora/failover/patienceMicros.ts'
import { heatAt } from '../../aurora/serverless/hosts.ts'
import type { World } from '../../aurora/world.ts'
import type { Cause } from '../../contract/cause.ts'
import type { Fact, FactKey, FactOf } from '../../contract/facts.ts'
import { step } from '../step.ts'
import { decidedNow } from './decidedNow.ts'
import { duringStep } from './duringStep.ts'
import { whyChosen } from './whyChosen.ts'

type Numbers<K extends FactKey> = (world: World, fact: FactOf<K>, facts: Fact[]) => Cause[]

const decisions: { [K in FactKey]?: Numbers<K> } = {
  CapacityChanged: (world, { parameters }) => decidedNow(world, parameters.instance),
  SearchBegan: (world, { parameters }) => decidedNow(world, parameters.instance),
  PauseBegan: whyIdle,
  MigrationBegan: whyHot,
  InstanceSuspected: whySuspected,
  PromotionStarted: (world, { parameters, at }, facts) =>
    whyChosen(world, { ...parameters, at }, facts),
  PlanStepEnded: (_, fact, facts) => duringStep(fact, facts),
}

export function isDecision(key: string): boolean {
  return key.startsWith('fact.') && Object.hasOwn(decisions, key.slice(5))
}

/** None for a fact that is no decision, or is not of this instant. */
export function whyDecision(world: World, id: number, facts: Fact[]): Cause[] {
  const fact = facts.find(its => its.id === id)
  if (fact === undefined || fact.at !== world.now) return []
  const numbers = decisions[fact.fact] as Numbers<FactKey> | undefined
  const steps = numbers?.(world, fact, facts) ?? []
  return steps.map(its => ({ ...its, at: its.at ?? fact.at }))
}

function whyIdle({ setup }: World, { parameters }: FactOf<'PauseBegan'>): Cause[] {
  const { pauseAfterMicros } = setup.serverless!
  const said = { instance: parameters.instance, pauseAfterMicros }
  return [step(1, { key: 'why.scale.idle', parameters: said })]
}

function whyHot(world: World, { parameters }: FactOf<'MigrationBegan'>): Cause[] {
  const { from, reserved, because } = parameters
  if (because !== 'heat') return []
  const hostSize = world.setup.serverless!.v2!.values['serverlessV2.hostSize'] / 1_000_000
  const said = { from, reserved, hotAt: heatAt(world) / 1_000_000, hostSize }
  return [step(1, { key: 'why.scale.hotHost', parameters: said })]
}

/** F3. */
function whySuspected(world: World, { parameters }: FactOf<'InstanceSuspected'>): Cause[] {
  const said = {
    instance: parameters.instance,
    heartbeatMicros: world.parameters['failover.heartbeat'],
    misses: world.parameters['failover.misses'],
    patienceMicros: patienceMicros(world),
  }
  return [step(1, { key: 'why.promotion.silent', parameters: said })]
}
