/**
 * Can pages be read from storage? One complete copy of every group within reach and an open
 * instance are enough; a read quorum is needed only to repair and to recover (2017 §4.2.3, Q8).
 */
import type { ProtectionGroup, World } from '../world.ts'
import { completeBits } from './completeBits.ts'
import { reachableBits } from './reachability.ts'

export function hasReads(world: World): boolean {
  for (let index = 0; index < world.instances.length; index++) {
    if (world.instances[index]!.status === 'open' && isEveryGroupServed(world, index)) return true
  }
  return false
}

function isEveryGroupServed(world: World, instance: number): boolean {
  for (const group of world.groups) {
    if (servingBits(world, group, instance) === 0) return false
  }
  return true
}

/** Copies that the instance reaches and that have everything up to the read point. */
export function servingBits(world: World, group: ProtectionGroup, instance: number): number {
  return reachableBits(world, group, instance) & completeBits(world, group)
}
