/**
 * PostgreSQL: taking a row that a snapshot has found. Who else works on it is waited for; if it has
 * changed since, READ COMMITTED looks at it anew and higher levels fail: the first to update wins.
 */
import { refuseFor } from '../errors/sqlError.ts'
import { type OnConflict, releaseRecord } from '../locks/lockTable.ts'
import type { LockMode } from '../locks/lockTypes.ts'
import { endOf, rowResource } from '../locks/resources.ts'
import { heapPage } from '../rows/noteRowWrite.ts'
import { acquire } from '../sessions/acquire.ts'
import { numbered, numberOf, type Work } from '../sessions/work.ts'
import { isInDoubt, isSameVersion, newestCommitted } from '../tables/readViews.ts'
import { keyWords, rowsIndex } from '../tables/recordPlace.ts'
import type { Key, Table, Version } from '../tables/tableTypes.ts'
import { entryOf } from '../tables/tree.ts'

export interface RowLock {
  table: Table
  row: Key
  mode: LockMode
  onConflict: OnConflict
}

function newestOf(table: Table, row: Key): Version | null {
  return entryOf(table.rows, row)?.newest ?? null
}

/** Stops until the transaction has ended, one way or the other. */
export function awaitEnd(work: Work, transaction: number): void {
  const { number } = numbered(work)
  const wish = endOf(transaction, number)
  acquire(work, wish)
  releaseRecord(work.desk.locks, number, wish.resource, 0)
}

function ask(work: Work, { table, row, mode, onConflict }: RowLock): boolean {
  const isFree = acquire(
    work,
    {
      transaction: numbered(work).number,
      resource: rowResource(table.name, row[0] as number),
      mode,
      part: 'whole',
      table: table.name,
      index: '',
      key: keyWords(table, rowsIndex(table).index, row),
      page: heapPage(table, row),
    },
    onConflict,
  )
  if (isFree || onConflict !== 'nowait') return isFree
  return refuseFor(work.relations.dialect, 'lockNotAvailable', { table: table.name })
}

/**
 * False: others hold it, and the statement passes it by. FOR KEY SHARE goes on beside an open
 * change with which its lock agrees.
 */
export function lockRow(work: Work, lock: RowLock): boolean {
  if (!ask(work, lock)) return false
  const newest = newestOf(lock.table, lock.row)
  const isOpen = newest !== null && isInDoubt(work.relations, newest, numbered(work).number)
  if (isOpen && lock.mode !== 'KeyShare') awaitEnd(work, newest.transaction)
  return true
}

/** The newest version, but for an open change of another's, beside which FOR KEY SHARE goes on. */
function newestSettled(work: Work, table: Table, row: Key): Version | null {
  const { relations } = work
  const newest = newestOf(table, row)
  const isOpen = newest !== null && isInDoubt(relations, newest, numberOf(work))
  return isOpen ? newestCommitted(relations, newest) : newest
}

function failsOnChange(work: Work): boolean {
  const { isolation } = numbered(work)
  return isolation === 'repeatable read' || isolation === 'serializable'
}

/** Refuses for a change that the snapshot does not show. */
export function refuseChange(work: Work, isDeletion: boolean): never {
  const { host, session } = work
  host.tell('SerializationFailed', {
    instance: host.instance,
    session: session.name,
    transaction: numbered(work).number,
    because: 'concurrentUpdate',
  })
  refuseFor(work.relations.dialect, isDeletion ? 'concurrentDelete' : 'concurrentUpdate')
}

/**
 * The newest version of a row that is locked now, given the version that the snapshot showed; null
 * = it is gone. At READ COMMITTED the caller judges a changed one anew.
 */
export function newestAfterLock(work: Work, table: Table, row: Key, seen: Version): Version | null {
  const newest = newestSettled(work, table, row)
  const isSame = newest !== null && isSameVersion(newest, seen)
  const isGone = newest === null || newest.values === null
  if (!isSame && failsOnChange(work)) refuseChange(work, isGone)
  if (newest !== null) work.host.history?.rowRead(numberOf(work), table, row, newest)
  if (isSame) return seen
  return isGone ? null : newest
}
