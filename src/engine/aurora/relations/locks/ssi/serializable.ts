/**
 * What execution tells serializable snapshot isolation, and what it answers: false = this
 * transaction fails now, 40001. The victim is the pivot where it can be, so that trying again
 * succeeds; one whose commit is on its way cannot be given up. All calls do nothing for
 * transactions of other levels. Rules I14–I17.
 */
import { isDangerous, transactionsOf } from './dangerous.ts'
import { addRead, dropRead, dropReads, readersOf } from './predicateReads.ts'
import type { Ssi, SsiTransaction, Target } from './ssiTypes.ts'

/** When the snapshot of a serializable transaction is taken. */
export function noteBegin(ssi: Ssi, transaction: number, isReadOnly: boolean): void {
  ssi.transactions.set(transaction, {
    transaction,
    isReadOnly,
    hasWritten: false,
    snapshot: ssi.last,
    prepared: null,
    committed: null,
    isDoomed: false,
    earliestOut: null,
    out: new Set(),
    in: new Set(),
    reads: new Map(),
    finer: new Map(),
  })
}

/**
 * It has read this place: the table in a sequential scan; with an index its leaf, and of the table
 * the rows found, but not those that it wrote itself.
 */
export function noteRead(ssi: Ssi, transaction: number, target: Target): boolean {
  const me = ssi.transactions.get(transaction)
  if (!me) return true
  if (!me.isDoomed) addRead(ssi, me, target)
  return !me.isDoomed
}

/** Its snapshot hid a version or a deletion by `writer`, which is open or has committed since. */
export function noteUnseen(ssi: Ssi, transaction: number, writer: number): boolean {
  const me = ssi.transactions.get(transaction)
  const other = ssi.transactions.get(writer)
  if (!me || !other || me === other) return me?.isDoomed !== true
  if (me.isDoomed) return false
  if (other.isDoomed || isBefore(other, me) || runsFirst(me, other)) return true
  return flag(ssi, me, other, me)
}

/**
 * It is about to change these places: a row of the table with its page; for an insert the table
 * alone (`page` null), and the leaf of each index that gets an entry. `keepsReads`: within a
 * savepoint, for rolling back to it forgets the lock that stands for having read the row.
 */
export function noteWrite(
  ssi: Ssi,
  transaction: number,
  targets: readonly Target[],
  keepsReads: boolean,
): boolean {
  const me = ssi.transactions.get(transaction)
  if (!me) return true
  if (me.isDoomed) return false
  me.hasWritten = true
  for (const target of targets) {
    if (!meetReaders(ssi, me, target)) return false
    if (target.row !== null && !keepsReads) dropRead(ssi, me, target)
  }
  return true
}

/** Before its commit record is written. True: from now on it is not given up any more. */
export function mayCommit(ssi: Ssi, transaction: number): boolean {
  const me = ssi.transactions.get(transaction)
  if (!me) return true
  if (me.isDoomed || !giveUpPivots(ssi, me)) return false
  me.prepared = ++ssi.last
  return true
}

/** At its end; the reads of one that committed count while an open transaction overlaps it. */
export function noteEnd(ssi: Ssi, transaction: number, isCommitted: boolean): void {
  const me = ssi.transactions.get(transaction)
  if (!me) return
  if (isCommitted) settle(ssi, me)
  else drop(ssi, me)
  forgetOld(ssi)
}

function meetReaders(ssi: Ssi, me: SsiTransaction, target: Target): boolean {
  const readers = transactionsOf(ssi, readersOf(ssi, target))
  return readers.every(reader => {
    if (reader === me || reader.isDoomed || isBefore(reader, me)) return true
    return flag(ssi, reader, me, me)
  })
}

/** `one` had committed when the other's snapshot was taken. */
function isBefore(one: SsiTransaction, other: SsiTransaction): boolean {
  return one.committed !== null && one.committed <= other.snapshot
}

/** A read-only transaction that can stand before the writer in the serial order. */
function runsFirst(me: SsiTransaction, { committed, earliestOut }: SsiTransaction): boolean {
  if (!me.isReadOnly || committed === null) return false
  return earliestOut === null || me.snapshot < earliestOut
}

/** The reader missed a write of the writer; `me` is the one of them that acts. */
function flag(
  ssi: Ssi,
  reader: SsiTransaction,
  writer: SsiTransaction,
  me: SsiTransaction,
): boolean {
  if (reader.out.has(writer.transaction)) return true
  if (isDangerous(ssi, reader, writer)) {
    if (me === writer || writer.prepared !== null) return false
    writer.isDoomed = true
  }
  reader.out.add(writer.transaction)
  writer.in.add(reader.transaction)
  return true
}

/** one more → pivot → me: I would be the first to commit, so the pivot fails, or I. */
function giveUpPivots(ssi: Ssi, me: SsiTransaction): boolean {
  for (const pivot of transactionsOf(ssi, me.in)) {
    if (pivot.committed !== null || pivot.isDoomed) continue
    const isPivot = transactionsOf(ssi, pivot.in).some(first => first === me || isOpenWriter(first))
    if (!isPivot) continue
    if (pivot.prepared !== null) return false
    pivot.isDoomed = true
  }
  return true
}

function isOpenWriter({ committed, isReadOnly, isDoomed }: SsiTransaction): boolean {
  return committed === null && !isReadOnly && !isDoomed
}

function settle(ssi: Ssi, me: SsiTransaction): void {
  me.committed = ++ssi.last
  me.isReadOnly ||= !me.hasWritten
  for (const writer of transactionsOf(ssi, me.out)) {
    if (writer.committed === null) continue
    if (!me.isReadOnly) me.earliestOut = Math.min(me.earliestOut ?? ssi.last, writer.prepared!)
    unflag(me, writer)
  }
  for (const reader of transactionsOf(ssi, me.in)) {
    if (reader.committed !== null || reader.isReadOnly) unflag(reader, me)
  }
}

function unflag(reader: SsiTransaction, writer: SsiTransaction): void {
  reader.out.delete(writer.transaction)
  writer.in.delete(reader.transaction)
}

function drop(ssi: Ssi, me: SsiTransaction): void {
  for (const writer of transactionsOf(ssi, me.out)) unflag(me, writer)
  for (const reader of transactionsOf(ssi, me.in)) unflag(reader, me)
  dropReads(ssi, me)
  ssi.transactions.delete(me.transaction)
}

/** Committed ones go when no open transaction began before their commit. */
function forgetOld(ssi: Ssi): void {
  const all = [...ssi.transactions.values()]
  const open = all.filter(({ committed }) => committed === null)
  const oldest = Math.min(...open.map(({ snapshot }) => snapshot), Infinity)
  for (const one of all) {
    if (one.committed !== null && one.committed <= oldest) drop(ssi, one)
  }
}
