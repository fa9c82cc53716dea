/** I8–I12 · Which lock InnoDB takes on an entry, and what becomes of gaps. */
import { expect, test } from 'vitest'
import { insertIntention, inheritGap, type RecordPlace, splitGap, wishAt } from './gapLocks.ts'
import { askForLock, createLocks, takeWoken } from './lockTable.ts'
import type { LockPart } from './lockTypes.ts'
import { duplicateLock, plainReadLocks, type RecordAccess, recordLockOf } from './recordLocks.ts'
import { recordResource, supremumResource } from './resources.ts'

const range: RecordAccess = {
  purpose: 'update',
  dialect: 'mysql-5.6',
  place: 'hit',
  isUniquePoint: false,
  isPoint: false,
  isClustered: true,
  isRangeStart: false,
  isDeleted: false,
}
const point: RecordAccess = { ...range, isPoint: true, isUniquePoint: true }
const secondary: RecordAccess = { ...range, isPoint: true, isClustered: false }

const atRepeatable = (access: RecordAccess) => recordLockOf('repeatable read', access)?.part
const atCommitted = (access: RecordAccess) => recordLockOf('read committed', access)?.part

function place(key: string): RecordPlace {
  const resource = recordResource('account', 'PRIMARY', key)
  return { resource, table: 'account', index: 'PRIMARY', key, page: 1 }
}

test('I8 a range locks each entry with the gap before it, and the one behind the range', () => {
  expect(atRepeatable(range)).toBe('nextKey')
  expect(atRepeatable({ ...range, place: 'past' })).toBe('nextKey')
  expect(atRepeatable({ ...range, place: 'past', dialect: 'mysql-8.0' })).toBe('gap')
  expect(atRepeatable({ ...range, place: 'supremum' })).toBe('gap')
  expect(atRepeatable({ ...range, isRangeStart: true })).toBe('record')
})

test('I8 a unique hit locks the record alone, a miss the gap, a deleted one both', () => {
  expect(atRepeatable(point)).toBe('record')
  expect(atRepeatable({ ...point, place: 'past' })).toBe('gap')
  expect(atRepeatable({ ...point, isDeleted: true })).toBe('nextKey')
})

test('I8 a secondary entry is locked with its gap, its clustered record alone', () => {
  expect(atRepeatable(secondary)).toBe('nextKey')
  expect(atRepeatable({ ...secondary, place: 'lookup' })).toBe('record')
  expect(atRepeatable({ ...secondary, place: 'past' })).toBe('gap')
})

test('I8 who reads to share asks for S, who reads to change for X', () => {
  expect(recordLockOf('serializable', { ...point, purpose: 'share' })?.mode).toBe('S')
  expect(recordLockOf('read committed', point)?.mode).toBe('X')
})

test('I9 below REPEATABLE READ records only, and nothing past the range', () => {
  expect(atCommitted(range)).toBe('record')
  expect(atCommitted({ ...secondary, place: 'lookup' })).toBe('record')
  for (const beyond of ['past', 'supremum'] as const) {
    expect(atCommitted({ ...range, place: beyond })).toBeUndefined()
    expect(recordLockOf('read uncommitted', { ...range, place: beyond })).toBeNull()
  }
})

test('I10 a plain SELECT locks at SERIALIZABLE alone, and not when it commits by itself', () => {
  expect(plainReadLocks('serializable', false)).toBe(true)
  expect(plainReadLocks('serializable', true)).toBe(false)
  expect(plainReadLocks('repeatable read', false)).toBe(false)
})

test('I11 a duplicate key leaves S: the record of the primary key, elsewhere with its gap', () => {
  expect(duplicateLock(true, false)).toEqual({ mode: 'S', part: 'record' })
  expect(duplicateLock(false, false)).toEqual({ mode: 'S', part: 'nextKey' })
  expect(duplicateLock(false, true)).toEqual({ mode: 'X', part: 'nextKey' })
})

function locksAt(key: string, part: LockPart) {
  const locks = createLocks()
  askForLock(locks, wishAt(place(key), 1, { mode: 'X', part }), 0)
  return locks
}

const inserts = (locks: ReturnType<typeof createLocks>, next: string) =>
  askForLock(locks, insertIntention(place(next), 2), 0, 'nowait')

test('I12 a new record parts a locked gap, and both halves stay locked', () => {
  const locks = locksAt('9', 'nextKey')
  splitGap(locks, place('9').resource, place('5'), 0)
  expect([inserts(locks, '5'), inserts(locks, '9')]).toEqual(['refused', 'refused'])
  const free = locksAt('9', 'record')
  splitGap(free, place('9').resource, place('5'), 0)
  expect(free.count).toBe(1)
})

test('I12 a removed record leaves its lock to the gap, and wakes who waited for it', () => {
  const locks = locksAt('5', 'record')
  askForLock(locks, wishAt(place('5'), 3, { mode: 'S', part: 'record' }), 0)
  const removal = { removed: place('5').resource, next: place('9'), now: 0 }
  inheritGap(locks, { ...removal, keeps: transaction => transaction === 1 })
  expect(takeWoken(locks)).toEqual([3])
  expect(inserts(locks, '9')).toBe('refused')
  expect(locks.count).toBe(1)
})

test('I12 at READ COMMITTED the lock of a removed record is gone', () => {
  const locks = locksAt('5', 'record')
  const removal = { removed: place('5').resource, next: place('9'), now: 0 }
  inheritGap(locks, { ...removal, keeps: () => false })
  expect(locks.count).toBe(0)
})

test('I3 names of records, ends and tables never meet', () => {
  const names = [
    recordResource('a', 'b', 'c'),
    recordResource('a', 'bc', ''),
    supremumResource('a', 'b'),
    supremumResource('ab', ''),
  ]
  expect(new Set(names).size).toBe(names.length)
})
