/** Why a serverless instance had what it had: what it needed, and its newest decision. */
import { mostOf } from '../../aurora/serverless/regulate.ts'
import type { Cause } from '../../contract/cause.ts'
import type { Fact, FactKey } from '../../contract/facts.ts'
import { step } from '../step.ts'
import type { PointAsked } from './pointAsked.ts'

const decisions: readonly FactKey[] = [
  'CapacityChanged',
  'PauseBlocked',
  'PauseBegan',
  'InstancePaused',
  'ResumeBegan',
  'InstanceResumed',
  'SearchBegan',
  'ScalingPointBlocked',
  'SearchEnded',
  'MigrationBegan',
  'ClusterStopped',
]

const million = 1_000_000

export function whyCapacityThen({ world, facts, point }: PointAsked, instance: string): Cause[] {
  const index = world.instances.findIndex(({ id }) => id === instance)
  const capacity = world.serverless?.capacities.find(its => its.instance === index)
  if (capacity === undefined) return []
  const own = facts.filter(fact => isDecisionOf(fact, instance) && fact.at <= point.to)
  const newest = own.at(-1)
  const parameters = {
    instance,
    acu: capacity.reported / million,
    need: Math.floor(mostOf(capacity.need) / 10_000) / 100,
    decisions: own.filter(({ at }) => at > point.from).length,
  }
  const more = { at: newest?.at ?? null, fact: newest?.id ?? null, subject: `capacity:${instance}` }
  return [step(0, { key: 'why.point.capacity', parameters }, more)]
}

function isDecisionOf({ fact, parameters }: Fact, instance: string): boolean {
  const named = parameters as { instance?: string; instances?: string[] }
  const isOwn = named.instance === instance || named.instances?.includes(instance) === true
  return decisions.includes(fact) && isOwn
}
