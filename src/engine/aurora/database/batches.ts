/**
 * The batches of one group that not every member has acknowledged: a ring, oldest first. Batches
 * of a group are numbered one after the other, so that an ack finds its batch at once.
 */
import type { Micros } from '../../contract/units.ts'
import type { Batches } from '../instance.ts'

export function createBatches(): Batches {
  return { ...columnsOf(16), head: 0, length: 0, lastNumber: 0, isWatched: false }
}

function columnsOf(rows: number) {
  return {
    number: new Float64Array(rows),
    first: new Float64Array(rows),
    lastLsn: new Float64Array(rows),
    count: new Int32Array(rows),
    sentAt: new Float64Array(rows),
    resendAt: new Float64Array(rows),
    resendMicros: new Float64Array(rows),
    acked: new Uint8Array(rows),
  }
}

/** Row of the n-th oldest batch. */
export function batchRow(batches: Batches, n: number): number {
  return (batches.head + n) & (batches.number.length - 1)
}

/** A row for a batch sent now, to be sent again after `resendMicros`; the caller fills the rest. */
export function pushBatch(batches: Batches, now: Micros, resendMicros: Micros): number {
  if (batches.length === batches.number.length) growBatches(batches)
  const row = batchRow(batches, batches.length++)
  batches.number[row] = ++batches.lastNumber
  batches.sentAt[row] = now
  batches.resendAt[row] = now + resendMicros
  batches.resendMicros[row] = resendMicros
  batches.acked[row] = 0
  return row
}

/** L10: notes an ack; a batch leaves the ring when it is the oldest and all members have it. */
export function acknowledgeBatch(batches: Batches, number: number, bit: number, all: number): void {
  const behind = number - batches.number[batches.head]!
  if (batches.length === 0 || behind < 0 || behind >= batches.length) return
  batches.acked[batchRow(batches, behind)]! |= bit
  while (batches.length > 0 && batches.acked[batches.head] === all) dropOldestBatch(batches)
}

export function dropOldestBatch(batches: Batches): void {
  batches.head = batchRow(batches, 1)
  batches.length--
}

function growBatches(batches: Batches): void {
  const bigger = columnsOf(batches.number.length * 2)
  for (let n = 0; n < batches.length; n++) {
    const row = batchRow(batches, n)
    bigger.number[n] = batches.number[row]!
    bigger.first[n] = batches.first[row]!
    bigger.lastLsn[n] = batches.lastLsn[row]!
    bigger.count[n] = batches.count[row]!
    bigger.sentAt[n] = batches.sentAt[row]!
    bigger.resendAt[n] = batches.resendAt[row]!
    bigger.resendMicros[n] = batches.resendMicros[row]!
    bigger.acked[n] = batches.acked[row]!
  }
  Object.assign(batches, bigger)
  batches.head = 0
}
