/** I14–I17 · Serializable snapshot isolation without tables: reads, writes and who must fail. */
import { beforeEach, expect, test } from 'vitest'
import { divideRead } from './predicateReads.ts'
import { mayCommit, noteBegin, noteEnd, noteRead, noteUnseen, noteWrite } from './serializable.ts'
import { createSsi, type Ssi, type Target } from './ssiTypes.ts'

let ssi: Ssi

beforeEach(() => {
  ssi = createSsi(2)
  noteBegin(ssi, 1, false)
  noteBegin(ssi, 2, false)
})

const row = (place: number, page = 0): Target => ({ relation: 'doctor', page, row: place })
const whole: Target = { relation: 'doctor', page: null, row: null }
const reads = (transaction: number, target: Target) => noteRead(ssi, transaction, target)
const writes = (transaction: number, target: Target) => noteWrite(ssi, transaction, [target], false)

function commits(transaction: number): boolean {
  const isAllowed = mayCommit(ssi, transaction)
  noteEnd(ssi, transaction, isAllowed)
  return isAllowed
}

test('I15 write skew: two read both rows, each changes one; the second to commit fails', () => {
  for (const transaction of [1, 2]) [row(1), row(2)].map(target => reads(transaction, target))
  expect([writes(1, row(1)), writes(2, row(2))]).toEqual([true, true])
  expect([commits(1), commits(2)]).toEqual([true, false])
})

test('I15 one conflict alone harms nobody', () => {
  reads(1, row(1))
  expect(writes(2, row(1))).toBe(true)
  expect([commits(2), commits(1)]).toEqual([true, true])
})

test('I15 a writer that becomes a pivot of committed ones fails at its write', () => {
  noteBegin(ssi, 3, false)
  reads(1, row(1))
  reads(2, row(2))
  writes(3, row(2))
  expect(commits(3)).toBe(true)
  expect(writes(2, row(1))).toBe(false)
})

test('I15 a read-only transaction fails the anomaly that it would show, and no other', () => {
  reads(1, row(1))
  reads(1, row(2))
  reads(2, row(2))
  writes(2, row(2))
  expect(commits(2)).toBe(true)
  noteBegin(ssi, 3, true)
  expect(writes(1, row(1))).toBe(true)
  expect(noteUnseen(ssi, 3, 1)).toBe(true)
  expect(mayCommit(ssi, 1)).toBe(false)
})

test('I15 a read-only transaction whose snapshot is older than the first commit may stand', () => {
  noteBegin(ssi, 3, true)
  reads(1, row(2))
  writes(2, row(2))
  expect(commits(2)).toBe(true)
  expect(writes(1, row(1))).toBe(true)
  expect(noteUnseen(ssi, 3, 1)).toBe(true)
  expect([commits(1), commits(3)]).toEqual([true, true])
})

test('I16 the pivot fails, not the one that asks to commit first', () => {
  noteBegin(ssi, 3, false)
  reads(1, row(1))
  writes(2, row(1))
  reads(2, row(2))
  writes(3, row(2))
  expect(commits(3)).toBe(true)
  expect(reads(2, row(9))).toBe(false)
  noteEnd(ssi, 2, false)
  expect(commits(1)).toBe(true)
})

test('I16 who is on the way to its commit is not given up any more', () => {
  for (const transaction of [1, 2]) [row(1), row(2)].map(target => reads(transaction, target))
  writes(1, row(1))
  expect(mayCommit(ssi, 1)).toBe(true)
  expect(writes(2, row(2))).toBe(false)
})

test('I14 a scan of the table meets every insert, the read of a row only its own change', () => {
  reads(1, row(1))
  reads(2, whole)
  writes(1, whole)
  writes(2, row(2))
  expect([...ssi.transactions.get(1)!.in]).toEqual([2])
  expect([...ssi.transactions.get(2)!.in]).toEqual([])
})

test('I14 the third row of a page makes it the page, the 32nd place the relation', () => {
  const readOf = () => [...ssi.transactions.get(1)!.reads.values()]
  for (const place of [1, 2]) reads(1, row(place))
  expect(readOf()).toEqual([row(1), row(2)])
  reads(1, row(3))
  expect(readOf()).toEqual([{ relation: 'doctor', page: 0, row: null }])
  for (let page = 1; page < 31; page++) reads(1, row(9, page))
  expect(readOf()).toHaveLength(31)
  reads(1, row(9, 31))
  expect(readOf()).toEqual([whole])
})

test('I14 who changes a row that it has read need not remember the reading', () => {
  reads(1, row(1))
  writes(1, row(1))
  expect(ssi.transactions.get(1)!.reads.size).toBe(0)
  reads(2, row(1))
  noteWrite(ssi, 2, [row(1)], true)
  expect(ssi.transactions.get(2)!.reads.size).toBe(1)
})

test('I14 a divided page of an index has been read on both sides', () => {
  reads(1, { relation: 'byName', page: 4, row: null })
  divideRead(ssi, 'byName', 4, 9)
  writes(2, { relation: 'byName', page: 9, row: null })
  expect([...ssi.transactions.get(2)!.in]).toEqual([1])
})

test('I17 a committed transaction is kept while an open one overlaps it', () => {
  reads(1, row(1))
  commits(1)
  expect(writes(2, row(1))).toBe(true)
  expect([...ssi.transactions.get(2)!.in]).toEqual([1])
  commits(2)
  expect([ssi.transactions.size, ssi.readers.size]).toEqual([0, 0])
})

test('I17 a transaction that rolls back leaves nothing behind', () => {
  for (const transaction of [1, 2]) [row(1), row(2)].map(target => reads(transaction, target))
  writes(1, row(1))
  noteEnd(ssi, 1, false)
  expect(writes(2, row(2))).toBe(true)
  expect(commits(2)).toBe(true)
})
