/**
 * Rows by the columns of a foreign key, as the triggers of PostgreSQL ask for them: by an index if
 * there is one, else through the whole table. Serializable transactions note what they read.
 */
import { countVisit } from '../access/scan.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { noteRead } from '../locks/ssi/serializable.ts'
import type { Target } from '../locks/ssi/ssiTypes.ts'
import { heapPage, indexRelation } from '../rows/noteRowWrite.ts'
import { numbered, numberOf, touch, type Work } from '../sessions/work.ts'
import { compareKeys } from '../tables/keys.ts'
import { isInDoubt, newestCommitted } from '../tables/readViews.ts'
import type { Entry, Index, Key, Version } from '../tables/tableTypes.ts'
import { entryAt, entryOf, firstSpot, nextSpot, pageAt, seek } from '../tables/tree.ts'
import { valuesAt } from './foreignKeys.ts'
import type { Wanted } from './findReferred.ts'

function note(work: Work, target: Target): void {
  if (noteRead(work.desk.ssi, numbered(work).number, target)) return
  refuseFor(work.relations.dialect, 'readWriteDependencies')
}

/** An index that begins with these columns, in any order. */
function anyIndexFor({ table, places }: Wanted): Index | null {
  const begins = ({ columns }: Index) => {
    return columns.slice(0, places.length).every(column => places.includes(column))
  }
  return table.indexes.find(its => its.columns.length >= places.length && begins(its)) ?? null
}

function byIndex(work: Work, { table, places, key }: Wanted, index: Index): Entry[] {
  const tree = index.tree!
  const first = index.columns.slice(0, places.length)
  const probe = first.map(column => key[places.indexOf(column)]!)
  const relation = indexRelation(table, { index, tree, name: index.name, isClustered: false })
  const rows = new Map<number, Entry>()
  for (let spot = seek(tree, probe, false); spot !== null; spot = nextSpot(tree, spot)) {
    const page = pageAt(tree, spot)
    touch(work, page)
    note(work, { relation, page, row: null })
    const entry = entryAt(tree, spot)
    if (compareKeys(entry.key, probe, tree.dialect) !== 0) break
    const row = entryOf(table.rows, entry.row)
    if (row !== null) rows.set(row.key[0] as number, row)
  }
  return [...rows.values()]
}

function byTable(work: Work, { table }: Wanted): Entry[] {
  note(work, { relation: table.name, page: null, row: null })
  const rows: Entry[] = []
  for (let spot = firstSpot(table.rows); spot !== null; spot = nextSpot(table.rows, spot)) {
    const row = entryAt(table.rows, spot)
    touch(work, heapPage(table, row.key))
    countVisit(work)
    rows.push(row)
  }
  return rows
}

/** Rows of which some version may have the key, in order. */
export function rowsFor(work: Work, wanted: Wanted): Entry[] {
  const index = anyIndexFor(wanted)
  return index === null ? byTable(work, wanted) : byIndex(work, wanted, index)
}

export function noteRow(work: Work, { table }: Wanted, row: Key): void {
  const target = { relation: table.name, page: heapPage(table, row), row: row[0] as number }
  note(work, target)
}

export function hasValues({ table, places, key }: Wanted, version: Version | null): boolean {
  if (version === null || version.values === null) return false
  return compareKeys(valuesAt(version.values, places), key, table.rows.dialect) === 0
}

/** The newest version that is own or committed: what a snapshot taken now shows. */
export function presentVersion(work: Work, { table }: Wanted, row: Key): Version | null {
  const newest = entryOf(table.rows, row)?.newest ?? null
  const isOpen = newest !== null && isInDoubt(work.relations, newest, numberOf(work))
  return isOpen ? newestCommitted(work.relations, newest) : newest
}
