/** A message on its way, or arrived and still being written, by its number. */
import type { World } from '../aurora/world.ts'

/** Row of the message with this number; 0 = none. */
export function messageSlot({ network }: World, id: number): number {
  const { messages } = network
  for (let slot = 1; slot < messages.usedRows; slot++) {
    if (messages.flags[slot] !== 0 && messages.id[slot] === id) return slot
  }
  return 0
}
