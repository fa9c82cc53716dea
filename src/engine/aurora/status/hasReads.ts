/**
 * Can pages be read from storage? One complete copy of every group within reach and an open
 * instance are enough; a read quorum is needed only to repair and to recover (2017 §4.2.3, Q8).
 */
import { tailBits } from '../storage/quorumSets.ts'
import type { World } from '../world.ts'
import { isNodeReachable, writerIndex } from './reachability.ts'

export function hasReads(world: World): boolean {
  const index = writerIndex(world)
  if (world.instances[index]?.status !== 'open') return false
  for (let group = 0; group < world.groups.length; group++) {
    if (!isServed(world, group, index)) return false
  }
  return true
}

/** D2: the read point is counted in the group's own LSNs. */
function isServed(world: World, group: number, instance: number): boolean {
  const point = world.instances[instance]!.memory.groups[group]!.durableLsn
  const tails = tailBits(world, group)
  for (const segment of world.groups[group]!.segments) {
    if ((tails >>> segment.slot) & 1) continue
    if (segment.scl >= point && isNodeReachable(world, segment.node, instance)) return true
  }
  return false
}
