/**
 * Which copies can serve a page now: those that hold every record of their group up to the read
 * point, counted in the group's own LSNs, so that an idle group is complete. Rules D1, D2.
 */
import { lastLsnAtOrBelow } from '../storage/chain.ts'
import { bitsAtLeast } from '../storage/quorum.ts'
import { tailBits } from '../storage/quorumSets.ts'
import type { ProtectionGroup, World } from '../world.ts'
import { writerIndex } from './reachability.ts'

const scls: number[] = []

/** The read point: the safe point (VDL) as the writer knows it, or as it was last known. */
export function readPoint(world: World): number {
  return world.instances[writerIndex(world)]?.memory.vdl ?? 0
}

export function completeBits(world: World, group: ProtectionGroup): number {
  scls.length = 0
  for (const segment of group.segments) scls.push(segment.scl)
  const bits = bitsAtLeast(scls, lastLsnAtOrBelow(world, group, readPoint(world)))
  return bits & ~tailBits(world, world.groups.indexOf(group))
}
