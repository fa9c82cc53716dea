/** Tells serializable transactions of a change that one of them makes (PostgreSQL). */
import { refuseFor } from '../errors/sqlError.ts'
import { noteWrite } from '../locks/ssi/serializable.ts'
import type { Target } from '../locks/ssi/ssiTypes.ts'
import { numbered, type Work } from '../sessions/work.ts'
import { type IndexTree, indexKey, secondaryIndexes } from '../tables/recordPlace.ts'
import type { Key, Table } from '../tables/tableTypes.ts'
import { entryOf, pageAt, spotOf } from '../tables/tree.ts'
import { landingOf } from '../tables/treeChanges.ts'
import type { SqlValue } from '../values/value.ts'

/** Page of the newest version of a row; the page before all = not in the heap. */
export function heapPage(table: Table, row: Key): number {
  const newest = entryOf(table.rows, row)?.newest
  const spot = newest ? spotOf(table.heap!, [newest.place]) : null
  return spot === null ? -1 : pageAt(table.heap!, spot)
}

/** Name of an index among the relations that are read. */
export function indexRelation(table: Table, its: IndexTree): string {
  return `${table.name}.${its.name}`
}

interface EntryChange {
  its: IndexTree
  key: Key
  isNew: boolean
}

interface Write {
  table: Table
  row: Key
  values: readonly SqlValue[] | null
  what: 'insert' | 'update' | 'delete'
}

/** A version with a new key in one index gets a new entry in every index (no HOT update). */
function entriesOf({ table, row, values, what }: Write, entries: readonly EntryChange[]) {
  if (what !== 'update' || entries.length === 0) return entries.filter(({ isNew }) => isNew)
  return secondaryIndexes(table).map((its): EntryChange => {
    return { its, key: indexKey(its.index!, values!, row), isNew: true }
  })
}

function targetsOf(write: Write, entries: readonly EntryChange[]): Target[] {
  const { table, row, what } = write
  const inserted = entriesOf(write, entries).map(({ its, key }) => {
    const { page } = landingOf(its.tree, key)
    return { relation: indexRelation(table, its), page, row: null }
  })
  const number = row[0] as number
  const own =
    what === 'insert'
      ? { relation: table.name, page: null, row: null }
      : { relation: table.name, page: heapPage(table, row), row: number }
  return [own, ...inserted]
}

/**
 * A new row stands in the heap before its keys are looked at: who has read the table is told of it
 * though another row may have its key. Rule I16.
 */
export function noteComingRow(work: Work, table: Table): void {
  const { number, savepoints } = numbered(work)
  const target = { relation: table.name, page: null, row: null }
  if (noteWrite(work.desk.ssi, number, [target], savepoints.length > 0)) return
  refuseFor(work.relations.dialect, 'readWriteDependencies')
}

export function noteRowWrite(work: Work, write: Write, entries: readonly EntryChange[]): void {
  const transaction = numbered(work)
  if (!work.desk.ssi.transactions.has(transaction.number)) return
  const keepsReads = transaction.savepoints.length > 0
  const targets = targetsOf(write, entries)
  if (noteWrite(work.desk.ssi, transaction.number, targets, keepsReads)) return
  refuseFor(work.relations.dialect, 'readWriteDependencies')
}
