/**
 * The end of a transaction: its locks are let go, its view is forgotten, what it leaves behind is
 * queued for purging. A commit is visible from here on, since it is durable now (*assumption*).
 */
import type { Lsn } from '../../../contract/units.ts'
import { releaseAll } from '../locks/lockTable.ts'
import { noteEnd } from '../locks/ssi/serializable.ts'
import type { Change, EndMark, Leftover, OpenTransaction, Relations } from '../relations.ts'
import { purge } from '../rows/purge.ts'
import { noteCommitted } from '../tables/readViews.ts'
import type { Session } from './sessionTypes.ts'
import { dropViews } from './views.ts'
import type { Place } from './work.ts'

/** Transactions whose rollback is remembered, for the laws. */
const remembered = 64

function rowsOf(changes: readonly Change[]): Leftover['rows'] {
  return changes.flatMap(change => {
    return change.kind === 'row' ? [{ table: change.table, row: change.row }] : []
  })
}

/** Definitions that a commit makes true for all. */
export function settleDefinitions(relations: Relations, transaction: number): void {
  for (const table of [...relations.tables.values()]) {
    if (table.madeBy === transaction) table.madeBy = 0
    if (table.droppedBy === transaction) relations.tables.delete(table.number)
  }
}

/** A commit gets its place in the order of commits; what it replaced may be purged in time. */
export function commitOpen(relations: Relations, open: OpenTransaction, end: CommitEnd): void {
  if (open.changes.some(({ kind }) => kind === 'table')) settleDefinitions(relations, open.number)
  const commit = noteCommitted(relations, open, end)
  const { number: transaction } = open
  const undoPage = sparedPage(open)
  const rows = rowsOf(open.changes)
  relations.leftovers.push({ transaction, commit, ...end, rows, undoPage })
}

/** Where the commit record stands, and with several writers its mark. */
export interface CommitEnd {
  lsn: Lsn
  mark?: EndMark
}

/** A page of undo that others may use later; -1 = none. Of several writers each keeps its own. */
function sparedPage({ undoPage, origin }: OpenTransaction): number {
  return origin === undefined ? undoPage : -1
}

/** A transaction whose changes are all undone. */
export function forgetOpen(relations: Relations, open: OpenTransaction): void {
  relations.open.delete(open.number)
  const page = sparedPage(open)
  if (page >= 0) relations.sparePages.push(page)
  relations.rolledBack.push(open.number)
  if (relations.rolledBack.length > remembered) relations.rolledBack.shift()
}

function tellEnd({ host }: Place, session: Session, isCommitted: boolean, lsn: Lsn): void {
  host.tell('SqlTransactionEnded', {
    instance: host.instance,
    session: session.name,
    transaction: session.transaction!.number,
    outcome: isCommitted ? 'committed' : 'rolledBack',
    lsn,
  })
}

const nothing: CommitEnd = { lsn: 0 }

/**
 * `end`: of the commit record; LSN 0 = nothing was written. Only a writer purges: it has the locks
 * of what is removed.
 */
export function endTransaction(
  place: Place,
  session: Session,
  isCommitted: boolean,
  end: CommitEnd = nothing,
): void {
  const { relations, desk, host } = place
  const { lsn } = end
  const number = session.transaction?.number ?? 0
  const open = relations.open.get(number)
  if (open !== undefined) {
    if (isCommitted && lsn > 0) commitOpen(relations, open, end)
    else if (isCommitted) relations.open.delete(number)
    else forgetOpen(relations, open)
    noteEnd(desk.ssi, number, isCommitted)
    tellEnd(place, session, isCommitted, lsn)
    host.history?.ended(number, isCommitted ? 'committed' : 'rolledBack')
  }
  dropViews(place, session)
  session.transaction = null
  if (number !== 0) releaseAll(desk.locks, number)
  if (host.readPoint === null) purge({ relations, desk, now: host.now })
}
