/** The ring of slots against a list. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSlotRing, peekSlot, pushSlot, shiftSlot, slotAt } from './slotRing.ts'

test('first in, first out, however it grows and turns', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 200 }), pushes => {
      const ring = createSlotRing()
      const list: number[] = []
      pushes.forEach((isPush, slot) => {
        if (isPush) {
          pushSlot(ring, slot)
          list.push(slot)
        } else if (list.length > 0) {
          expect(peekSlot(ring)).toBe(list[0])
          expect(shiftSlot(ring)).toBe(list.shift())
        }
        expect(ring.count).toBe(list.length)
      })
      expect(list.map((_, n) => slotAt(ring, n))).toEqual(list)
    }),
  )
})
