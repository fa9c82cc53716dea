/** Tells serializable transactions of a change that one of them makes (PostgreSQL). */
import { refuseFor } from '../errors/sqlError.ts'
import { noteWrite } from '../locks/ssi/serializable.ts'
import type { Target } from '../locks/ssi/ssiTypes.ts'
import { numbered, type Work } from '../sessions/work.ts'
import type { IndexTree } from '../tables/recordPlace.ts'
import type { Key, Table } from '../tables/tableTypes.ts'
import { entryOf, pageAt, spotOf } from '../tables/tree.ts'
import { landingOf } from '../tables/treeChanges.ts'

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

function targetsOf(
  { table, row, what }: { table: Table; row: Key; what: string },
  entries: readonly { its: IndexTree; key: Key; isNew: boolean }[],
): Target[] {
  const inserted = entries
    .filter(({ isNew }) => isNew)
    .map(({ its, key }) => {
      const page = landingOf(its.tree, key).page
      return { relation: indexRelation(table, its), page, row: null }
    })
  const number = row[0] as number
  const own =
    what === 'insert'
      ? { relation: table.name, page: null, row: null }
      : { relation: table.name, page: heapPage(table, row), row: number }
  return [own, ...inserted]
}

export function noteRowWrite(
  work: Work,
  write: { table: Table; row: Key; what: string },
  entries: readonly { its: IndexTree; key: Key; isNew: boolean }[],
): void {
  const transaction = numbered(work)
  if (!work.desk.ssi.transactions.has(transaction.number)) return
  const keepsReads = transaction.savepoints.length > 0
  const targets = targetsOf(write, entries)
  if (noteWrite(work.desk.ssi, transaction.number, targets, keepsReads)) return
  refuseFor(work.relations.dialect, 'readWriteDependencies')
}
