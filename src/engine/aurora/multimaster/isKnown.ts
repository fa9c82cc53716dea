/** Is all that a dead writer had acknowledged known at this one? Rule D18. */
import type { World } from '../world.ts'
import { mmOf } from './mmPlaces.ts'

export function isKnown(world: World, writer: number, origin: number): boolean {
  const { survival, writers } = mmOf(world)
  return survival.isKnown[writer * writers.length + origin] === 1
}
