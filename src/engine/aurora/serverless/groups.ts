/**
 * The writer and its readers of tiers 0 and 1 breathe and sleep together; a reader of a higher tier
 * stands alone. Rules S4 and S8.
 */
import { tierOf } from '../tierOf.ts'
import type { World } from '../world.ts'
import type { Capacity } from './serverless.ts'

export function isWithWriter(world: World, index: number): boolean {
  return world.instances[index]!.role === 'writer' || tierOf(world, index) <= 1
}

/** A reader of tier 0 or 1. */
export function followsWriter(world: World, { instance }: Capacity): boolean {
  return world.instances[instance]!.role === 'reader' && isWithWriter(world, instance)
}

/** The writer that a reader of tier 0 or 1 follows, if it is serverless. */
export function leaderOf(world: World, capacity: Capacity): Capacity | undefined {
  if (!followsWriter(world, capacity)) return
  return world.serverless!.capacities.find(
    other => world.instances[other.instance]!.role === 'writer',
  )
}

/** Those that sleep when it sleeps, itself included. */
export function groupOf(world: World, capacity: Capacity): Capacity[] {
  if (!isWithWriter(world, capacity.instance)) return [capacity]
  return world.serverless!.capacities.filter(({ instance }) => isWithWriter(world, instance))
}
