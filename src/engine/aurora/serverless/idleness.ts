/**
 * Who keeps a connection open, and which command took the last one away: of those who held one
 * until just now, the newest that left nothing. A curve that ends has none. Rules S8 and S12.
 */
import type { FactId } from '../../contract/units.ts'
import type { World } from '../world.ts'
import { connectionsOfSessions } from './connections.ts'
import { groupOf } from './groups.ts'
import type { Capacity, Demand } from './serverless.ts'

const bySessions = 1
const byDemand = 2

export function holdersOf(world: World, group: readonly Capacity[]): number {
  let heldBy = 0
  for (const { instance } of group) {
    if (connectionsOfSessions(world, instance) > 0) heldBy |= bySessions
    if (world.serverless!.demands.some(demand => isHolding(world, demand, instance))) {
      heldBy |= byDemand
    }
  }
  return heldBy
}

function isHolding({ setup }: World, { index, instance, level }: Demand, on: number): boolean {
  return instance === on && level > 0 && setup.demand[index]!.connections > 0
}

export function commandThatEnded(world: World, capacity: Capacity): FactId {
  const { demands, workloadFacts } = world.serverless!
  const group = groupOf(world, capacity).map(({ instance }) => instance)
  let newest = 0
  if (capacity.heldBy & bySessions) {
    for (const [index, { instance, sessions }] of world.applications.entries()) {
      if (sessions === 0 && group.includes(instance))
        newest = Math.max(newest, workloadFacts[index]!)
    }
  }
  if (capacity.heldBy & byDemand) {
    for (const { instance, movedTo, fact } of demands) {
      if (movedTo === 0 && group.includes(instance)) newest = Math.max(newest, fact)
    }
  }
  return newest
}
