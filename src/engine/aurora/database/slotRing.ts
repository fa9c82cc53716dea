/** A ring of transaction slots: first in, first out, without making anything new. */
export interface SlotRing {
  slots: Int32Array
  head: number
  count: number
}

export function createSlotRing(): SlotRing {
  return { slots: new Int32Array(16), head: 0, count: 0 }
}

export function pushSlot(ring: SlotRing, slot: number): void {
  if (ring.count === ring.slots.length) growRing(ring)
  ring.slots[(ring.head + ring.count) & (ring.slots.length - 1)] = slot
  ring.count++
}

/** The oldest slot, which stays. */
export function peekSlot(ring: SlotRing): number {
  return ring.slots[ring.head]!
}

export function shiftSlot(ring: SlotRing): number {
  const slot = ring.slots[ring.head]!
  ring.head = (ring.head + 1) & (ring.slots.length - 1)
  ring.count--
  return slot
}

/** The n-th oldest slot, counted from 0. */
export function slotAt(ring: SlotRing, n: number): number {
  return ring.slots[(ring.head + n) & (ring.slots.length - 1)]!
}

function growRing(ring: SlotRing): void {
  const bigger = new Int32Array(ring.slots.length * 2)
  for (let n = 0; n < ring.count; n++) bigger[n] = slotAt(ring, n)
  ring.slots = bigger
  ring.head = 0
}
