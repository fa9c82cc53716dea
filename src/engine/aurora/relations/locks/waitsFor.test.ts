/** I6, I7 · Cycles of waits, and who is given up. */
import { expect, test } from 'vitest'
import { askForLock, createLocks } from './lockTable.ts'
import { findCycle, holdersOf, victimOf } from './waitsFor.ts'

/** Each letter pair `1a` is a transaction that asks for the record `a` alone. */
function askedFor(text: string) {
  const locks = createLocks()
  for (const [transaction, key] of text.split(' ').map(pair => [Number(pair[0]), pair[1]!])) {
    const place = { resource: String(key), table: 'account', index: 'PRIMARY', key: String(key) }
    const wish = { ...place, transaction: Number(transaction), page: 1 }
    askForLock(locks, { ...wish, mode: 'X', part: 'record' }, 0)
  }
  return locks
}

test('I6 two that want what the other has are a cycle, told from the one that asks', () => {
  const locks = askedFor('1a 2b 1b 2a')
  expect([findCycle(locks, 2), findCycle(locks, 1)]).toEqual([
    [2, 1],
    [1, 2],
  ])
})

test('I6 a chain is no cycle, however long; three in a ring are one', () => {
  expect(findCycle(askedFor('1a 2b 3c 1b 2c'), 1)).toBeNull()
  expect(findCycle(askedFor('1a 2b 3c 1b 2c 3a'), 3)).toEqual([3, 1, 2])
})

test('I6 a cycle that one only leads to is not its own', () => {
  const locks = askedFor('1a 2b 1b 2a 3c 4a 3a')
  expect(findCycle(locks, 3)).toBeNull()
  expect(holdersOf(locks, 3)).toEqual([1, 2, 4])
})

test('I6 the victim has changed the fewest rows; on a tie it closed the cycle', () => {
  const changed = [0, 5, 2, 7]
  expect(victimOf([1, 3, 2], one => changed[one]!)).toBe(2)
  expect(victimOf([3, 1, 2], () => 4)).toBe(3)
})

test('I7 transactions that do not wait have nobody to wait for', () => {
  expect(holdersOf(askedFor('1a'), 1)).toEqual([])
  expect(findCycle(createLocks(), 7)).toBeNull()
})
