/**
 * Whether a peer can give the page it is asked for: it keeps pages, its own checksum fits, and it
 * has all that the asker has collected and can no longer apply (P10).
 */
import { tailBits } from '../storage/quorumSets.ts'
import type { Segment, World } from '../world.ts'
import { corruptAt } from './corruptAt.ts'

/** `slot` is the message that asks. */
export function canGive(world: World, segment: Segment, slot: number): boolean {
  const { messages } = world.network
  const keepsPages = ((tailBits(world, segment.group) >>> segment.slot) & 1) === 0
  if (!keepsPages || corruptAt(world, segment, messages.b[slot]!)) return false
  return segment.epoch >= messages.d[slot]! && segment.scl >= messages.c[slot]!
}
