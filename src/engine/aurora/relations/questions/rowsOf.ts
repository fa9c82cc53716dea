/** Rows of a table with their versions and locks, for the inspector. */
import type { RowsAnswer, RowsQuestion, VersionView } from '../../../contract/sqlView.ts'
import { recordResource, rowResource } from '../locks/resources.ts'
import type { Desk, ReadView, Relations } from '../relations.ts'
import { sessionNameOf, sessionOf } from '../sessions/acquire.ts'
import { baseLeafCount, baseLeafSize } from '../tables/baseEntries.ts'
import { findTable } from '../tables/findTable.ts'
import { visibleVersion } from '../tables/readViews.ts'
import { keyWords, rowsIndex } from '../tables/recordPlace.ts'
import type { Entry, Table, Tree, Version } from '../tables/tableTypes.ts'
import { entryAt, leafAt, nextSpot, pageAt, type Spot, spotOf } from '../tables/tree.ts'
import { editionOf, keyTextOf, resultValueOf } from '../values/value.ts'

/** Rows of one answer. */
const most = 200

function sizeOf(tree: Tree, part: 0 | 1 | 2, leaf: number): number {
  return leafAt(tree, part, leaf)?.entries.length ?? baseLeafSize(tree.base!, leaf)
}

/** The spot of the entry with so many before it; null = there are fewer. */
function spotAt(tree: Tree, place: number): Spot | null {
  let left = place
  for (const part of [0, 1, 2] as const) {
    const lists = { 0: tree.before.length, 1: baseLeafCount(tree), 2: tree.after.length }
    for (let leaf = 0; leaf < lists[part]; leaf++) {
      const size = sizeOf(tree, part, leaf)
      if (left < size) return { part, leaf, at: left }
      left -= size
    }
  }
  return null
}

function locksOf(desks: readonly Desk[], relations: Relations, table: Table, entry: Entry) {
  const resource =
    editionOf(relations.dialect) === 'mysql'
      ? recordResource(table.name, rowsIndex(table).name, keyTextOf(entry.key, relations.dialect))
      : rowResource(table.name, entry.key[0] as number)
  return desks.flatMap(desk =>
    (desk.locks.byResource.get(resource) ?? []).map(({ transaction, mode, part, isGranted }) => ({
      session: sessionNameOf(relations, transaction),
      mode: part === 'whole' || part === 'record' ? mode : `${mode} ${part}`,
      isGranted,
    })),
  )
}

interface Seen {
  view: ReadView
  version: Version | null
}

/** What each read view shows of a row, own changes included. */
function seenBy(relations: Relations, desks: readonly Desk[], entry: Entry): Seen[] {
  return [...relations.views.values()].map(view => {
    const open = desks.map(desk => sessionOf(desk, view.transaction)).find(its => its !== null)
    const statement = (open?.transaction?.statements ?? 0) + 1
    return { view, version: visibleVersion(relations, entry.newest, view, statement) }
  })
}

function versionViews(relations: Relations, entry: Entry, seen: readonly Seen[]): VersionView[] {
  const views: VersionView[] = []
  for (let version = entry.newest; version !== null; version = version.older) {
    const its = version
    views.push({
      values: its.values?.map(resultValueOf) ?? null,
      transaction: its.transaction,
      session: sessionNameOf(relations, its.transaction),
      lsn: its.lsn,
      state: relations.open.has(its.transaction) ? 'active' : 'committed',
      seenBy: seen.filter(({ version: one }) => one === its).map(({ view }) => view.session),
    })
  }
  return views
}

function pageOf(table: Table, spot: Spot, entry: Entry): number {
  if (table.heap === null) return pageAt(table.rows, spot)
  const place = spotOf(table.heap, [entry.newest?.place ?? 0])
  return place === null ? -1 : pageAt(table.heap, place)
}

/** Null: there is no such table. */
export function rowsOf(
  relations: Relations,
  desks: readonly Desk[],
  { table: name, from, count }: RowsQuestion,
): RowsAnswer | null {
  const table = findTable(relations, name, 0)
  if (table === null) return null
  const rows: RowsAnswer['rows'] = []
  const wanted = Math.min(count, most)
  let spot = spotAt(table.rows, from)
  for (; spot !== null && rows.length < wanted; spot = nextSpot(table.rows, spot)) {
    const entry = entryAt(table.rows, spot)
    const seen = seenBy(relations, desks, entry)
    rows.push({
      key: keyWords(table, rowsIndex(table).index, entry.key),
      page: pageOf(table, spot, entry),
      versions: versionViews(relations, entry, seen),
      locks: locksOf(desks, relations, table, entry),
    })
  }
  const columns: string[] = table.columns.map(column => column.name)
  const { size: rowCount, rowsPerLeaf: rowsPerPage } = table.rows
  return { table: table.name, columns, rowCount, rowsPerPage, rows }
}
