/** Marks on the timeline never touch. */
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { Mark } from '../../workers/api.ts'
import { placeMarks } from './placeMarks.ts'

const shapes: Mark['shape'][] = ['fault', 'heal', 'stall', 'resume', 'crash', 'law']
const marks = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.constantFrom(...shapes)), {
    maxLength: 60,
  })
  .map(list =>
    list
      .sort(([a], [b]) => a - b)
      .map(
        ([at, shape]): Mark => ({ at, fact: 1, until: null, shape, key: 'fact.X', parameters: {} }),
      ),
  )

const room = {
  width: 1_000,
  x: (at: number) => at,
  wordWidth: (word: string) => word.length * 7,
  wordsOf: (_: Mark[], { shape }: Mark) => [`${shape} in many words`, shape],
}

test.prop([marks])('every mark is in one place, and places are a finger apart', marks => {
  const placed = placeMarks(marks, room)
  expect(placed.flatMap(place => place.marks)).toEqual(marks)
  for (const [index, place] of placed.entries()) {
    const before = placed[index - 1]
    if (before !== undefined) expect(place.x - before.x).toBeGreaterThanOrEqual(24)
  }
})

test.prop([marks])('no word reaches the next mark or the end of the axis', marks => {
  const placed = placeMarks(marks, room)
  for (const [index, { x, word }] of placed.entries()) {
    if (word === null) continue
    const limit = placed[index + 1]?.x ?? room.width + 12
    expect(x + 18 + room.wordWidth(word)).toBeLessThan(limit)
  }
})
