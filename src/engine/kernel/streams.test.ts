/** Named streams: the same everywhere, apart from each other, and fair. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { below, chance, createStream, nextUint32, pick } from './streams.ts'

test('seed and name alone decide what is drawn: golden values', () => {
  const stream = createStream(7, 'network')
  expect([1, 2, 3, 4].map(() => nextUint32(stream))).toEqual([
    1_318_959_227, 1_116_226_181, 2_001_961_393, 1_830_713_507,
  ])
})

test('another name or another seed, also beyond 32 bits, is another stream', () => {
  const firsts = [
    createStream(1, 'a'),
    createStream(1, 'b'),
    createStream(2, 'a'),
    createStream(1 + 2 ** 32, 'a'),
    createStream(1, ''),
    createStream(1, 'aa'),
  ].map(stream => nextUint32(stream))
  expect(new Set(firsts).size).toBe(firsts.length)
})

test('below stays in range and refuses what has no range', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, n) => {
      const drawn = below(createStream(seed, 'x'), n)
      expect(drawn >= 0 && drawn < n && Number.isInteger(drawn)).toBe(true)
    }),
  )
  for (const n of [0, -1, 1.5, Number.NaN, 2 ** 33]) {
    expect(() => below(createStream(1, 'x'), n)).toThrow(RangeError)
  }
})

test('below is even: 600,000 throws of a die, each face within 5 sigma', () => {
  const stream = createStream(3, 'die')
  const faces = [0, 0, 0, 0, 0, 0]
  for (let throws = 0; throws < 600_000; throws++) {
    const face = below(stream, 6)
    faces[face] = (faces[face] ?? 0) + 1
  }
  for (const count of faces) expect(Math.abs(count - 100_000)).toBeLessThan(5 * 289)
})

test('never and always draw nothing', () => {
  const stream = createStream(1, 'x')
  const before = [...stream]
  expect([chance(stream, 0), chance(stream, 1_000_000)]).toEqual([false, true])
  expect([...stream]).toEqual(before)
})

test('chance comes true in its share of cases', () => {
  const stream = createStream(5, 'loss')
  let hits = 0
  for (let draws = 0; draws < 200_000; draws++) if (chance(stream, 30_000)) hits++
  expect(Math.abs(hits - 6_000)).toBeLessThan(5 * 77)
})

test('pick takes every item sooner or later', () => {
  const stream = createStream(5, 'pick')
  const seen = new Set(Array.from({ length: 60 }, () => pick(stream, ['a', 'b', 'c'])))
  expect(seen.size).toBe(3)
})
