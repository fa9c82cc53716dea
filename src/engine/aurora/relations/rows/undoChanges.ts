/**
 * Takes changes of a transaction back, newest first: the version it wrote goes, the older one
 * stands again. InnoDB writes redo for that; PostgreSQL only forgets (its aborted rows are dead).
 */
import type { Host, PageChange } from '../execution.ts'
import type { Change, OpenTransaction } from '../relations.ts'
import { suspend } from '../sessions/work.ts'
import { indexKey, keyWords, rowsIndex, secondaryIndexes } from '../tables/recordPlace.ts'
import type { Entry, Table } from '../tables/tableTypes.ts'
import { entryOf, pageAt, spotOf } from '../tables/tree.ts'
import { editionOf } from '../values/value.ts'
import { horizonOf, purgeRow } from './purge.ts'
import { type Removal, setVersions } from './setVersions.ts'
import { needsKey } from './versionKeys.ts'

export interface Undoing extends Removal {
  /** Writes redo of the undo; null = somebody else has done so, or nothing is to be written. */
  host: Host | null
}

function pageOfRow(table: Table, { key, newest }: Entry): { page: number; place: number } {
  const tree = table.heap ?? table.rows
  const spot = spotOf(tree, table.heap === null ? key : [newest!.place])
  return spot === null ? { page: -1, place: 0 } : { page: pageAt(tree, spot), place: spot.at }
}

/** Suspends when the page is not there or the log has no room; nothing is undone then. */
function writeUndo(
  { host, relations }: Undoing,
  open: OpenTransaction,
  table: Table,
  entry: Entry,
) {
  if (host === null || editionOf(relations.dialect) === 'postgresql') return
  const change = pageOfRow(table, entry)
  if (!host.touchPage(change.page)) suspend({ state: 'page', page: change.page })
  const undo = open.undoPage < 0 ? [] : [{ page: open.undoPage, place: 0 }]
  const entries = host.peers === undefined ? [] : pagesOfEntries(table, entry)
  if (host.writeRedo(open.number, [change, ...entries, ...undo], true) === 0) {
    suspend({ state: 'room' })
  }
}

/** With several writers: index pages from which the version takes its entry along. */
function pagesOfEntries(table: Table, { row, newest }: Entry): PageChange[] {
  const values = newest?.values
  if (newest === null || values == null) return []
  return secondaryIndexes(table).flatMap(({ index, tree }) => {
    const key = indexKey(index!, values, row)
    const spot = needsKey(newest.older, index!, row, key) ? null : spotOf(tree, key)
    return spot === null ? [] : [{ page: pageAt(tree, spot), place: spot.at }]
  })
}

function tellUndo({ host }: Undoing, open: OpenTransaction, change: RowChange, table: Table) {
  host?.tell('RowChanged', {
    instance: host.instance,
    session: open.session,
    transaction: open.number,
    table: table.name,
    key: keyWords(table, rowsIndex(table).index, change.row),
    change: change.what,
    isUndo: true,
    lsn: change.lsn,
  })
}

type RowChange = Extract<Change, { kind: 'row' }>

function undoRow(undoing: Undoing, open: OpenTransaction, change: RowChange): void {
  const table = undoing.relations.tables.get(change.table)
  const entry = table === undefined ? null : entryOf(table.rows, change.row)
  const newest = entry?.newest ?? null
  if (table === undefined || entry === null || newest === null) return
  writeUndo(undoing, open, table, entry)
  setVersions(undoing, table, entry, { left: newest.older, lost: [newest] })
  if (newest.older?.values === null) {
    purgeRow(undoing, table, change.row, horizonOf(undoing.relations))
  }
  tellUndo(undoing, open, change, table)
  undoing.host?.history?.rowUndone(open.number, table, change.row)
}

function undoDefinition({ relations }: Undoing, change: Extract<Change, { kind: 'table' }>): void {
  if (change.before === null) relations.tables.delete(change.table)
  else relations.tables.set(change.table, change.before)
}

function undoChange(undoing: Undoing, open: OpenTransaction, change: Change): void {
  if (change.kind === 'row') undoRow(undoing, open, change)
  else undoDefinition(undoing, change)
}

/** Undoes changes until so many are left. Suspends in between; go on by calling it again. */
export function undoDownTo(undoing: Undoing, open: OpenTransaction, count: number): void {
  while (open.changes.length > count) {
    undoChange(undoing, open, open.changes[open.changes.length - 1]!)
    open.changes.pop()
  }
}
