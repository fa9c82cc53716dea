/** The answer on its way that brings the writer what a copy has. */
import { messageNumber } from '../aurora/messageNumber.ts'
import type { Segment, World } from '../aurora/world.ts'
import { ARRIVED } from '../kernel/messageTable.ts'

/** Row of the first message to arrive that tells the writer of at least this SCL; 0 = none. */
export function tellingScl(world: World, segment: Segment, least: number): number {
  const { messages } = world.network
  const { actor } = world.nodes[segment.node]!
  let best = 0
  for (let slot = 1; slot < messages.usedRows; slot++) {
    const { flags, kind, from, a, b } = messages
    const isAnswer = kind[slot] === messageNumber.WriteAck || kind[slot] === messageNumber.SclReport
    const isFlying = flags[slot] !== 0 && (flags[slot]! & (ARRIVED | 1)) === 0
    if (!isAnswer || !isFlying || from[slot] !== actor || a[slot] !== segment.group) continue
    if (b[slot]! < least) continue
    if (best === 0 || messages.arrivesAt[slot]! < messages.arrivesAt[best]!) best = slot
  }
  return best
}
