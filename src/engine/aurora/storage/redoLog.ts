/**
 * The redo log: every record once, with one bit for each segment that has it on disk. A segment
 * looks only at its own bit; the table is one because six copies of the same bytes would be slow
 * and would say nothing more. Records carry the chain of their group (2018 §2.2). What every
 * segment has long had is dropped: the *older* base.
 *
 * A record is named by its ordinal (0, 1, 2 … in order of writing), since LSNs jump at recovery.
 */
import type { Lsn, Micros } from '../../contract/units.ts'

export interface RedoLog {
  lsn: Float64Array
  group: Uint16Array
  page: Int32Array
  transaction: Float64Array
  flags: Uint8Array
  /** Of a row's consistency point: which row of the page was changed. */
  place: Uint16Array
  /** Bit k: segment slot k of the group has it on disk. */
  heldBy: Uint8Array
  /** Ordinals of the neighbours in the group's chain; -1 = none kept. */
  previousInGroup: Float64Array
  nextInGroup: Float64Array
  writtenAt: Float64Array
  /** Fact that told of its writing or of its commit. */
  fact: Float64Array
  /** A power of two. */
  capacity: number
  /** Ordinal of the oldest record kept. */
  first: number
  /** Ordinal that the next record gets. */
  next: number
  /** Transactions that had changed rows and not ended where the kept records begin. */
  unfinished: Map<number, number[]>
}

/**
 * `undoing`: puts a row back as it was; `undone`: with it nothing is left of its transaction, which
 * had no commit record when the writer was lost.
 */
export const recordFlag = {
  consistencyPoint: 1,
  commit: 2,
  annulled: 4,
  undoing: 8,
  undone: 16,
} as const

export function createRedoLog(capacity: number): RedoLog {
  return {
    lsn: new Float64Array(capacity),
    group: new Uint16Array(capacity),
    page: new Int32Array(capacity),
    transaction: new Float64Array(capacity),
    flags: new Uint8Array(capacity),
    place: new Uint16Array(capacity),
    heldBy: new Uint8Array(capacity),
    previousInGroup: new Float64Array(capacity),
    nextInGroup: new Float64Array(capacity),
    writtenAt: new Float64Array(capacity),
    fact: new Float64Array(capacity),
    capacity,
    first: 0,
    next: 0,
    unfinished: new Map(),
  }
}

/** Row of a kept record; ordinals wrap round the ring. */
export function rowOf(log: RedoLog, ordinal: number): number {
  return ordinal & (log.capacity - 1)
}

export function isKept(log: RedoLog, ordinal: number): boolean {
  return ordinal >= log.first && ordinal < log.next
}

/** Appends a record that belongs to no chain yet and returns its ordinal; grows when full. */
export function appendRecord(
  log: RedoLog,
  lsn: Lsn,
  page: number,
  transaction: number,
  flags: number,
  at: Micros,
): number {
  if (log.next - log.first === log.capacity) growLog(log)
  const ordinal = log.next++
  const row = rowOf(log, ordinal)
  log.lsn[row] = lsn
  log.page[row] = page
  log.transaction[row] = transaction
  log.flags[row] = flags
  log.place[row] = 0
  log.heldBy[row] = 0
  log.previousInGroup[row] = -1
  log.nextInGroup[row] = -1
  log.writtenAt[row] = at
  log.fact[row] = 0
  return ordinal
}

function growLog(log: RedoLog): void {
  const bigger = createRedoLog(log.capacity * 2)
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    copyRow(log, rowOf(log, ordinal), bigger, rowOf(bigger, ordinal))
  }
  bigger.first = log.first
  bigger.next = log.next
  bigger.unfinished = log.unfinished
  Object.assign(log, bigger)
}

function copyRow(from: RedoLog, source: number, to: RedoLog, target: number): void {
  to.lsn[target] = from.lsn[source]!
  to.group[target] = from.group[source]!
  to.page[target] = from.page[source]!
  to.transaction[target] = from.transaction[source]!
  to.flags[target] = from.flags[source]!
  to.place[target] = from.place[source]!
  to.heldBy[target] = from.heldBy[source]!
  to.previousInGroup[target] = from.previousInGroup[source]!
  to.nextInGroup[target] = from.nextInGroup[source]!
  to.writtenAt[target] = from.writtenAt[source]!
  to.fact[target] = from.fact[source]!
}

export function isAnnulled(log: RedoLog, ordinal: number): boolean {
  return (log.flags[rowOf(log, ordinal)]! & recordFlag.annulled) !== 0
}
