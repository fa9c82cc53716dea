/** Where a plan puts its new instance, and of which class it is on the way. Rules Z6 and Z10. */
import type { Given } from '../mechanism.ts'
import type { World } from '../world.ts'

/** The place that is named, else the first one that is empty; -1 = none. */
export function placeFor(world: World, { onto }: Given<'StartMigration'>): number {
  if (onto !== undefined) return world.instances.findIndex(({ id }) => id === onto)
  return world.modify!.places.findIndex(({ state }) => state === 'spare')
}

/** In three stages the class between; empty where there is no place. */
export function viaOf(world: World, command: Given<'StartMigration'>): string {
  return command.via ?? world.modify!.places[placeFor(world, command)]?.class ?? ''
}
