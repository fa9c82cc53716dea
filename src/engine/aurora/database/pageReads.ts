/** The page reads that an instance waits for: columns with a list of free slots. */
import type { PageReads } from '../instance.ts'

export function createPageReads(lastNumber: number): PageReads {
  const reads = columnsOf(16)
  reads.lastNumber = lastNumber
  freeFrom(reads, 0)
  return reads
}

function columnsOf(rows: number): PageReads {
  return {
    number: new Float64Array(rows),
    page: new Int32Array(rows),
    group: new Int32Array(rows),
    point: new Float64Array(rows),
    transaction: new Int32Array(rows),
    startedAt: new Float64Array(rows),
    asked: new Uint8Array(rows),
    answered: new Uint16Array(rows),
    firstSlot: new Int8Array(rows),
    secondSlot: new Int8Array(rows),
    secondAt: new Float64Array(rows),
    free: new Int32Array(rows),
    freeCount: 0,
    count: 0,
    lastNumber: 0,
  }
}

function freeFrom(reads: PageReads, first: number): void {
  for (let slot = reads.number.length - 1; slot >= first; slot--) {
    reads.free[reads.freeCount++] = slot
  }
}

export function claimRead(reads: PageReads): number {
  if (reads.freeCount === 0) growReads(reads)
  const slot = reads.free[--reads.freeCount]!
  reads.count++
  reads.number[slot] = ++reads.lastNumber
  reads.asked[slot] = 0
  reads.answered[slot] = 0
  reads.firstSlot[slot] = -1
  reads.secondSlot[slot] = -1
  reads.secondAt[slot] = 0
  reads.transaction[slot] = -1
  return slot
}

export function freeRead(reads: PageReads, slot: number): void {
  reads.count--
  reads.number[slot] = 0
  reads.free[reads.freeCount++] = slot
}

/** Slot of the outstanding read with this number; -1 when it has got its page. */
export function readNumbered(reads: PageReads, number: number): number {
  for (let slot = 0; slot < reads.number.length; slot++) {
    if (reads.number[slot] === number) return slot
  }
  return -1
}

/** Slot of the outstanding read of this page; -1 = nobody has asked for it. */
export function readOfPage(reads: PageReads, page: number): number {
  if (reads.count === 0) return -1
  for (let slot = 0; slot < reads.number.length; slot++) {
    if (reads.number[slot] !== 0 && reads.page[slot] === page) return slot
  }
  return -1
}

function growReads(reads: PageReads): void {
  const rows = reads.number.length
  const bigger = columnsOf(rows * 2)
  bigger.number.set(reads.number)
  bigger.page.set(reads.page)
  bigger.group.set(reads.group)
  bigger.point.set(reads.point)
  bigger.transaction.set(reads.transaction)
  bigger.startedAt.set(reads.startedAt)
  bigger.asked.set(reads.asked)
  bigger.answered.set(reads.answered)
  bigger.firstSlot.set(reads.firstSlot)
  bigger.secondSlot.set(reads.secondSlot)
  bigger.secondAt.set(reads.secondAt)
  bigger.count = reads.count
  bigger.lastNumber = reads.lastNumber
  Object.assign(reads, bigger)
  freeFrom(reads, rows)
}
