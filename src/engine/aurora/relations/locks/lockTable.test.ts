/** I1–I5 · The table of locks: who waits for whom, in which order they go on, what is let go. */
import { beforeEach, expect, test } from 'vitest'
import {
  askForLock,
  cancelWait,
  changedSince,
  createLocks,
  holdLock,
  releaseAll,
  releaseRecord,
  releaseSince,
  takeWoken,
} from './lockTable.ts'
import type { LockMode, LockPart, LockTable, LockWish } from './lockTypes.ts'
import { endOf, rowResource, tableResource } from './resources.ts'
import { holdersOf } from './waitsFor.ts'

let locks: LockTable

beforeEach(() => {
  locks = createLocks()
})

function wish(transaction: number, mode: LockMode, part: LockPart, key = '5'): LockWish {
  return {
    transaction,
    resource: key,
    mode,
    part,
    table: 'account',
    index: 'PRIMARY',
    key,
    page: 1,
  }
}

const record = (transaction: number, mode: LockMode, key?: string) =>
  askForLock(locks, wish(transaction, mode, 'record', key), 0)
const part = (transaction: number, mode: LockMode, which: LockPart) =>
  askForLock(locks, wish(transaction, mode, which), 0)
const table = (transaction: number, mode: LockMode) =>
  askForLock(
    locks,
    { ...wish(transaction, mode, 'whole', ''), resource: tableResource('account'), index: '' },
    0,
  )
const row = (transaction: number, mode: LockMode) =>
  askForLock(locks, { ...wish(transaction, mode, 'whole'), resource: rowResource('account', 5) }, 0)

/** Which of `modes` must wait when one of them is held: a line a held mode. */
function conflictTable(modes: LockMode[], ask: (transaction: number, mode: LockMode) => string) {
  return modes.map(held => {
    const waits = modes.filter(asked => {
      locks = createLocks()
      ask(1, held)
      return ask(2, asked) === 'waits'
    })
    return `${held}: ${waits.join(' ')}`
  })
}

test('I1 tables of MySQL: intentions live together, S keeps off IX, X keeps off all', () => {
  expect(conflictTable(['IS', 'IX', 'S', 'X'], table)).toEqual([
    'IS: X',
    'IX: S X',
    'S: IX X',
    'X: IS IX S X',
  ])
  expect(conflictTable(['MS', 'MX'], table)).toEqual(['MS: MX', 'MX: MS MX'])
})

test('I2 rows of PostgreSQL: four strengths', () => {
  expect(conflictTable(['KeyShare', 'Share', 'NoKeyUpdate', 'Update'], row)).toEqual([
    'KeyShare: Update',
    'Share: NoKeyUpdate Update',
    'NoKeyUpdate: Share NoKeyUpdate Update',
    'Update: KeyShare Share NoKeyUpdate Update',
  ])
})

test('I2 tables of PostgreSQL: eight modes, each keeps off those of the manual', () => {
  const modes: LockMode[] = [
    'AccessShare',
    'RowShare',
    'RowExclusive',
    'ShareUpdateExclusive',
    'Share',
    'ShareRowExclusive',
    'Exclusive',
    'AccessExclusive',
  ]
  const counts = conflictTable(modes, table).map(line => line.split(' ').length - 1)
  expect(counts).toEqual([1, 2, 4, 5, 5, 6, 7, 8])
  expect(conflictTable(modes, table)[4]).toBe(
    'Share: RowExclusive ShareUpdateExclusive ShareRowExclusive Exclusive AccessExclusive',
  )
})

test('I3 parts of a record: gaps are shared, only an insert intention waits for them', () => {
  const parts: LockPart[] = ['record', 'gap', 'nextKey', 'insertIntention']
  const lines = parts.map(held => {
    const waits = parts.filter(asked => {
      locks = createLocks()
      part(1, 'X', held)
      return part(2, 'X', asked) === 'waits'
    })
    return `${held}: ${waits.join(' ')}`
  })
  expect(lines).toEqual([
    'record: record nextKey',
    'gap: insertIntention',
    'nextKey: record nextKey insertIntention',
    'insertIntention: ',
  ])
})

test('I3 shared gap locks keep an insert off as exclusive ones do, and two each other', () => {
  part(1, 'S', 'gap')
  part(2, 'X', 'gap')
  expect(part(1, 'X', 'insertIntention')).toBe('waits')
  expect(part(2, 'X', 'insertIntention')).toBe('waits')
  expect([holdersOf(locks, 1), holdersOf(locks, 2)]).toEqual([[2], [1]])
})

test('I3 an insert that was let in asks anew, and meets a gap locked since', () => {
  part(1, 'X', 'gap')
  part(2, 'X', 'insertIntention')
  releaseAll(locks, 1)
  part(3, 'X', 'gap')
  expect(takeWoken(locks)).toEqual([2])
  expect(part(2, 'X', 'insertIntention')).toBe('waits')
})

test('I4 what is held is not asked for again: stronger mode, larger part', () => {
  part(1, 'X', 'nextKey')
  for (const which of ['record', 'gap', 'nextKey'] as const) part(1, 'S', which)
  row(2, 'Update')
  row(2, 'KeyShare')
  expect(locks.count).toBe(2)
})

test('I4 nobody goes past a request that waits before', () => {
  record(1, 'S')
  expect(record(2, 'X')).toBe('waits')
  expect(record(3, 'S')).toBe('waits')
  expect(holdersOf(locks, 3)).toEqual([2])
})

test('I4 InnoDB: a shared lock that is to become exclusive queues behind others', () => {
  record(1, 'S')
  record(2, 'X')
  expect(record(1, 'X')).toBe('waits')
  expect(holdersOf(locks, 1)).toEqual([2])
})

test('I4 PostgreSQL: who holds the row and wants more goes first', () => {
  row(1, 'Share')
  row(3, 'Share')
  row(2, 'Update')
  expect(row(1, 'Update')).toBe('waits')
  expect(holdersOf(locks, 1)).toEqual([3])
  releaseAll(locks, 3)
  expect(takeWoken(locks)).toEqual([1])
})

test('I4 PostgreSQL: who can share a row goes past those that wait, but not at a table', () => {
  row(1, 'Share')
  row(2, 'Update')
  expect(row(3, 'Share')).toBe('granted')
  expect(holdersOf(locks, 2)).toEqual([1, 3])
  table(1, 'AccessShare')
  table(4, 'AccessExclusive')
  expect(table(3, 'AccessShare')).toBe('waits')
})

test('I4 NOWAIT and SKIP LOCKED leave no trace', () => {
  record(1, 'X')
  expect(askForLock(locks, wish(2, 'S', 'record'), 0, 'nowait')).toBe('refused')
  expect(askForLock(locks, wish(2, 'S', 'record'), 0, 'skipLocked')).toBe('refused')
  expect([locks.count, locks.waits.size]).toEqual([1, 0])
})

test('I5 at its end all locks of a transaction go, and those who can go on do so in order', () => {
  record(1, 'X', 'b')
  record(1, 'X', 'a')
  record(2, 'S', 'a')
  record(3, 'S', 'b')
  record(4, 'S', 'b')
  record(5, 'X', 'b')
  releaseAll(locks, 1)
  expect(takeWoken(locks)).toEqual([2, 3, 4])
  expect(takeWoken(locks)).toEqual([])
  expect(record(3, 'S', 'b')).toBe('granted')
  expect(holdersOf(locks, 5)).toEqual([3, 4])
})

test('I5 who gives up its wait lets those behind it go on, and keeps what it has', () => {
  record(2, 'X', 'other')
  record(1, 'S')
  record(2, 'X')
  record(3, 'S')
  cancelWait(locks, 2)
  expect(takeWoken(locks)).toEqual([3])
  expect([...locks.byTransaction.get(2)!]).toEqual(['other'])
})

test('I5 a row let go by its statement stays locked if an earlier one had it', () => {
  record(1, 'S')
  const mark = locks.lastNumber
  record(1, 'X')
  record(2, 'S')
  releaseRecord(locks, 1, '5', mark)
  expect(takeWoken(locks)).toEqual([2])
  expect(record(3, 'X')).toBe('waits')
})

test('I5 PostgreSQL: rolling back to a savepoint lets go what was locked after it', () => {
  record(1, 'X', 'before')
  const mark = locks.lastNumber
  record(1, 'X', 'after')
  record(2, 'X', 'after')
  releaseSince(locks, 1, mark)
  expect(takeWoken(locks)).toEqual([2])
  expect([...locks.byTransaction.get(1)!]).toEqual(['before'])
})

test('I5 PostgreSQL: who waits for the end of a transaction goes on when it ends', () => {
  askForLock(locks, endOf(1, 1), 0)
  expect([2, 3].map(asker => askForLock(locks, endOf(1, asker), 0))).toEqual(['waits', 'waits'])
  releaseAll(locks, 1)
  expect(takeWoken(locks)).toEqual([2, 3])
})

test('I5 a lock that one holds without asking keeps others off', () => {
  holdLock(locks, wish(1, 'X', 'record'), 0)
  holdLock(locks, wish(1, 'X', 'record'), 0)
  expect(record(2, 'S')).toBe('waits')
  expect(locks.count).toBe(2)
  releaseAll(locks, 2)
  releaseAll(locks, 1)
  const { changes, recent } = locks
  expect(locks).toEqual({ ...createLocks(), lastNumber: 2, changes, recent })
})

test('I5 what changed last is told, and everything once that is too much', () => {
  record(1, 'X', 'a')
  const seen = locks.changes
  record(1, 'X', 'b')
  record(2, 'X', 'a')
  expect(changedSince(locks, seen).sort()).toEqual(['a', 'b'])
  expect(changedSince(locks, locks.changes)).toEqual([])
  for (let count = 0; count < 65; count++) record(3, 'X', `other ${count}`)
  expect(changedSince(locks, seen)).toHaveLength(67)
  expect(changedSince(locks, locks.changes - 64)).toHaveLength(64)
})
