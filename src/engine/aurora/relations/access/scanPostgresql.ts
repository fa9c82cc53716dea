/**
 * Going through a table as PostgreSQL does: the heap in the order of its places, or rows found by
 * an index, in the order of the heap as well. Each row is found where its visible version stands.
 * Serializable transactions note what they read and what they could not see.
 */
import { refuseFor } from '../errors/sqlError.ts'
import { noteRead, noteUnseen } from '../locks/ssi/serializable.ts'
import { indexRelation } from '../rows/noteRowWrite.ts'
import { hasKey } from '../rows/versionKeys.ts'
import { numbered, touch, type Work } from '../sessions/work.ts'
import { type IndexTree, indexTree } from '../tables/recordPlace.ts'
import type { Entry, Key, Table, Version } from '../tables/tableTypes.ts'
import {
  entryAt,
  entryOf,
  firstSpot,
  nextSpot,
  pageAt,
  seek,
  type Spot,
  spotOf,
} from '../tables/tree.ts'
import { isPast, startOf } from './bounds.ts'
import type { Range } from './cursor.ts'
import { breatheAt, countVisit, matches, readVersion, type Scan } from './scan.ts'

function isSerializable(work: Work): boolean {
  return work.desk.ssi.transactions.has(numbered(work).number)
}

function noteReadOf(work: Work, relation: string, page: number | null, row: number | null): void {
  const { ssi } = work.desk
  if (noteRead(ssi, numbered(work).number, { relation, page, row })) return
  refuseFor(work.relations.dialect, 'readWriteDependencies')
}

/** Versions newer than the one that is visible were not seen, nor was who wrote them. */
function noteUnseenOf(work: Work, newest: Version | null, seen: Version | null): void {
  const { number } = numbered(work)
  for (let version = newest; version !== seen && version !== null; version = version.older) {
    if (version.transaction === number) continue
    if (noteUnseen(work.desk.ssi, number, version.transaction)) continue
    refuseFor(work.relations.dialect, 'readWriteDependencies')
  }
}

function seenVersion(work: Work, row: Entry): Version | null {
  const seen = readVersion(work, row.newest)
  if (isSerializable(work)) noteUnseenOf(work, row.newest, seen)
  return seen
}

function noteRowRead(work: Work, table: Table, version: Version, place: RowPlace): void {
  if (!isSerializable(work) || version.transaction === numbered(work).number) return
  noteReadOf(work, table.name, place.page, place.row)
}

interface RowPlace {
  page: number
  row: number
}

/** True = go on. */
function offer(scan: Scan, row: Entry, version: Version): boolean {
  const { values } = version
  if (values === null || !matches(scan, values)) return true
  return scan.take({ row, version, values })
}

function visitPlace(work: Work, scan: Scan, entry: Entry): boolean {
  const row = entryOf(scan.table.rows, entry.row)
  if (row === null) return true
  const version = seenVersion(work, row)
  if (version === null || version.place !== entry.key[0]) return true
  return offer(scan, row, version)
}

function scanHeap(work: Work, scan: Scan): void {
  const { cursor, table } = scan
  const heap = table.heap!
  if (isSerializable(work)) noteReadOf(work, table.name, null, null)
  let spot = cursor.after === null ? firstSpot(heap) : seek(heap, cursor.after, true)
  while (spot !== null) {
    const entry: Entry = entryAt(heap, spot)
    touch(work, pageAt(heap, spot))
    const goesOn = visitPlace(work, scan, entry)
    countVisit(work)
    cursor.after = entry.key
    if (!goesOn) return
    breatheAt(work, cursor)
    spot = nextSpot(heap, spot)
  }
}

interface Found {
  row: Key
  place: number
}

function collectEntry(work: Work, its: IndexTree, table: Table, entry: Entry): Found[] {
  const row = entryOf(table.rows, entry.row)
  if (row === null) return []
  const version = seenVersion(work, row)
  countVisit(work)
  if (!hasKey(version, its.index!, entry.row, entry.key)) return []
  return [{ row: entry.row, place: version!.place }]
}

function collectRange(work: Work, its: IndexTree, table: Table, range: Range): Found[] {
  const found: Found[] = []
  const { tree } = its
  let page = -1
  for (let spot: Spot | null = startOf(tree, range); spot !== null; spot = nextSpot(tree, spot)) {
    const entry = entryAt(tree, spot)
    if (page !== pageAt(tree, spot)) {
      page = pageAt(tree, spot)
      touch(work, page)
      if (isSerializable(work)) noteReadOf(work, indexRelation(table, its), page, null)
    }
    if (isPast(range, entry.key, tree)) break
    found.push(...collectEntry(work, its, table, entry))
  }
  return found
}

/** Rows that the index leads to, in the order of the heap, each once. */
function collect(work: Work, { table, cursor }: Scan): Key[] {
  const its = indexTree(table, table.indexes[cursor.path.index]!)
  const before = work.running.visited
  try {
    const found = cursor.path.ranges.flatMap(range => collectRange(work, its, table, range))
    return found.sort((a, b) => a.place - b.place).map(({ row }) => row)
  } catch (thrown) {
    work.running.visited = before
    throw thrown
  }
}

function visitRow(work: Work, scan: Scan, key: Key): boolean {
  const { table } = scan
  const row = entryOf(table.rows, key)
  const version = row === null ? null : seenVersion(work, row)
  if (row === null || version === null) return true
  const spot = spotOf(table.heap!, [version.place])
  const page = spot === null ? -1 : pageAt(table.heap!, spot)
  touch(work, page)
  noteRowRead(work, table, version, { page, row: row.key[0] as number })
  return offer(scan, row, version)
}

function scanIndex(work: Work, scan: Scan): void {
  const { cursor } = scan
  cursor.rows ??= collect(work, scan)
  while (cursor.next < cursor.rows.length) {
    const goesOn = visitRow(work, scan, cursor.rows[cursor.next]!)
    cursor.next = goesOn ? cursor.next + 1 : cursor.rows.length
    breatheAt(work, cursor)
  }
}

/** Goes on from the cursor to the end, or until no more rows are wanted. */
export function scanPostgresql(work: Work, scan: Scan): void {
  if (scan.cursor.path.index < 0) scanHeap(work, scan)
  else scanIndex(work, scan)
}
