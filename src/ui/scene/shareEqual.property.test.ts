/** What did not change keeps its identity; what did is the new value, whatever came before. */
import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { shareEqual } from './shareEqual.ts'

// The fields of a picture are words of the contract; `__proto__` is none of them.
const value = fc
  .jsonValue({ maxDepth: 4 })
  .filter(made => !JSON.stringify(made).includes('__proto__'))

test.prop([value])('an equal picture is the picture before', before => {
  expect(shareEqual(before, structuredClone(before))).toBe(before)
})

test.prop([value, value])('the result equals the new picture', (before, now) => {
  expect(shareEqual(before, now)).toEqual(now)
})

it('keeps the parts that did not change', () => {
  const before = { zones: [{ id: 'az-a' }, { id: 'az-b' }], glow: null as string | null }
  const now = { zones: [{ id: 'az-a' }, { id: 'az-c' }], glow: null }
  const shared = shareEqual(before, now)
  expect(shared).not.toBe(before)
  expect(shared.zones[0]).toBe(before.zones[0])
  expect(shared.zones[1]).toEqual({ id: 'az-c' })
})
