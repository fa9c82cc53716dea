/**
 * An instance dies: its sessions and locks are gone. What lies above the recovered VDL never
 * happened; transactions without a durable commit record are interrupted, and their rows stay
 * theirs until they are undone.
 */
import type { Lsn, Micros } from '../../contract/units.ts'
import { wishAt } from './locks/gapLocks.ts'
import { createLocks, holdLock, releaseAll } from './locks/lockTable.ts'
import type { LockWish } from './locks/lockTypes.ts'
import { endOf, rowResource } from './locks/resources.ts'
import { createSsi } from './locks/ssi/ssiTypes.ts'
import type { Change, Desk, OpenTransaction, Relations } from './relations.ts'
import { heapPage } from './rows/noteRowWrite.ts'
import { undoDownTo } from './rows/undoChanges.ts'
import { commitOpen, forgetOpen } from './sessions/endTransaction.ts'
import { keyWords, recordPlace, rowsIndex } from './tables/recordPlace.ts'
import type { Table } from './tables/tableTypes.ts'
import { landingOf } from './tables/treeChanges.ts'
import { editionOf } from './values/value.ts'

/** What a session of the desk had open goes on without it, or is nothing if it changed nothing. */
function interrupt(relations: Relations, number: number): void {
  const open = relations.open.get(number)
  if (open === undefined) return
  open.state = 'interrupted'
  if (open.changes.length === 0) relations.open.delete(number)
}

function dropViewsOf(relations: Relations, views: readonly number[]): void {
  for (const view of views) if (view !== 0) relations.views.delete(view)
}

/** The memory of an instance is gone. */
export function crashDesk(relations: Relations, desk: Desk): void {
  for (const { transaction, running } of desk.sessions.values()) {
    dropViewsOf(relations, [transaction?.view ?? 0, running?.view ?? 0])
    interrupt(relations, transaction?.number ?? 0)
  }
  desk.sessions.clear()
  desk.locks = createLocks()
  desk.ssi = createSsi(desk.settings.ssiTuplesPerPage)
  desk.called = []
}

function changesAbove(open: OpenTransaction, lsn: Lsn): number {
  const first = open.changes.findIndex(change => change.lsn > lsn)
  return first < 0 ? open.changes.length : first
}

/** Interrupted transactions whose commit record is durable have committed, in that order. */
function commitDurable(relations: Relations, lsn: Lsn): void {
  const durable = [...relations.open.values()].filter(open => {
    return open.state === 'interrupted' && open.commitLsn > 0 && open.commitLsn <= lsn
  })
  durable.sort((one, other) => one.commitLsn - other.commitLsn)
  for (const open of durable) commitOpen(relations, open, { lsn: open.commitLsn })
}

/** Changes above this LSN never happened. Call it after `crashDesk`, when recovery is done. */
export function annulAbove(relations: Relations, lsn: Lsn): void {
  commitDurable(relations, lsn)
  for (const open of interruptedOf(relations)) {
    open.commitLsn = 0
    const undoing = { relations, desk: null, now: 0, host: null }
    undoDownTo(undoing, open, changesAbove(open, lsn))
    if (open.changes.length === 0) forgetOpen(relations, open)
  }
}

function interruptedOf({ open }: Relations): OpenTransaction[] {
  return [...open.values()].filter(({ state }) => state === 'interrupted')
}

/** Numbers of transactions that wait for being undone, in the order of their beginning. */
export function interruptedIn(relations: Relations): number[] {
  return interruptedOf(relations).map(({ number }) => number)
}

function wishOf(table: Table, change: Change & { kind: 'row' }, transaction: number): LockWish {
  const its = rowsIndex(table)
  if (editionOf(table.rows.dialect) === 'mysql') {
    const place = recordPlace(table, its, change.row, landingOf(its.tree, change.row).page)
    return wishAt(place, transaction, { mode: 'X', part: 'record' })
  }
  return {
    transaction,
    resource: rowResource(table.name, change.row[0] as number),
    mode: 'Update',
    part: 'whole',
    table: table.name,
    index: '',
    key: keyWords(table, its.index, change.row),
    page: heapPage(table, change.row),
  }
}

/** At the new writer: rows that interrupted transactions changed stay locked. */
export function relockInterrupted(relations: Relations, desk: Desk, now: Micros): void {
  for (const open of interruptedOf(relations)) relockChanges(relations, desk, open, now)
}

/** What one of them has changed is locked at this desk. */
export function relockChanges(
  relations: Relations,
  { locks }: Desk,
  { number, changes }: OpenTransaction,
  now: Micros,
): void {
  holdLock(locks, endOf(number, number), now)
  for (const change of changes) {
    const table = relations.tables.get(change.table)
    if (change.kind !== 'row' || table === undefined) continue
    holdLock(locks, wishOf(table, change, number), now)
  }
}

/** All its changes are undone in storage: rows are as they were, who waited for them goes on. */
export function undoInterrupted(
  relations: Relations,
  desk: Desk,
  transaction: number,
  now: Micros,
): void {
  const open = relations.open.get(transaction)
  if (open === undefined) return
  undoDownTo({ relations, desk, now, host: null }, open, 0)
  forgetOpen(relations, open)
  releaseAll(desk.locks, transaction)
}
