/**
 * Which command is behind a change of capacity: of the range, the sessions and each fluid demand,
 * that which has changed what is asked for most since there was last enough, or too little. What no
 * command moved has none: a curve moves by itself. Rule S12.
 */
import type { FactId } from '../../contract/units.ts'
import type { World } from '../world.ts'
import { connectionsOfSessions } from './connections.ts'
import { leaderOf } from './groups.ts'
import { bytesPerAcu } from './poolBytes.ts'
import { mostOf, type Range, targetOf } from './regulate.ts'
import type { Asked, Capacity } from './serverless.ts'

const million = 1_000_000

export function commandBehind(world: World, capacity: Capacity, since: Asked): FactId {
  const { serverless } = world
  let most = movedByRange(world, capacity, since)
  let fact = most > 0 ? serverless!.rangeFact : since.fact
  for (const [asker, asked] of askedBy(world, capacity).entries()) {
    const moved = Math.abs(asked - since.by[asker]!)
    if (moved <= most) continue
    most = moved
    fact = factOf(world, capacity, asker) || since.fact
  }
  if (capacity.binding !== 'floor') return fact
  const leader = leaderOf(world, capacity)
  return leader ? leader.fact : serverless!.v2?.featureFact || fact
}

export function noteAsked(world: World, capacity: Capacity): void {
  const { min, max } = world.serverless!
  const now: Asked = { by: askedBy(world, capacity), min, max, fact: 0 }
  if (capacity.target <= capacity.exact) capacity.enough = now
  if (capacity.target >= capacity.exact) capacity.scarce = now
}

export function nothingAsked({ setup }: World, range: Pick<Range, 'min' | 'max'>, fact: FactId) {
  const { min, max } = range
  return { by: [0, ...setup.demand.map(() => 0)], min, max, fact }
}

/** How far the target would lie from here by the range of then. */
function movedByRange({ serverless }: World, { need }: Capacity, since: Asked): number {
  const most = mostOf(need)
  return Math.abs(targetOf(most, serverless!) - targetOf(most, since))
}

/** CPU, and the memory of connections: of the sessions, then of each fluid demand. */
function askedBy(world: World, capacity: Capacity): number[] {
  const { parameters, serverless, setup } = world
  const each = Math.floor((parameters['serverlessV2.memoryPerConnection'] * million) / bytesPerAcu)
  const connected = connectionsOfSessions(world, capacity.instance)
  const asked = [capacity.usedBySessions + connected * each]
  for (const { index, instance, level, offered } of serverless!.demands) {
    const { connections } = setup.demand[index]!
    const held = level > 0 ? connections * each : 0
    asked.push(instance === capacity.instance ? offered + held : 0)
  }
  return asked
}

function factOf({ applications, serverless }: World, { instance }: Capacity, asker: number) {
  const { demands, workloadFacts } = serverless!
  if (asker > 0) return demands[asker - 1]!.fact
  let newest = 0
  for (const [index, application] of applications.entries()) {
    if (application.instance === instance) newest = Math.max(newest, workloadFacts[index]!)
  }
  return newest
}
