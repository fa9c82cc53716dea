/**
 * Changes of rows with everything that belongs to them: pages in the buffer pool, locks on the
 * entries of indexes, redo as one mini-transaction, then the version and its entries. Everything
 * before the redo may stop and be done again; what follows it happens at once.
 */
import type { Lsn } from '../../../contract/units.ts'
import type { PageChange } from '../execution.ts'
import { insertIntention, type RecordPlace, splitGap, wishAt } from '../locks/gapLocks.ts'
import { holdLock } from '../locks/lockTable.ts'
import { endOf } from '../locks/resources.ts'
import { divideRead } from '../locks/ssi/predicateReads.ts'
import type { OpenTransaction } from '../relations.ts'
import { acquire } from '../sessions/acquire.ts'
import { numbered, openOf, suspend, touch, type Work } from '../sessions/work.ts'
import {
  type IndexTree,
  indexKey,
  keyWords,
  placeBehind,
  recordPlace,
  rowsIndex,
  secondaryIndexes,
} from '../tables/recordPlace.ts'
import type { Entry, Key, Table, Tree, Version } from '../tables/tableTypes.ts'
import { entryOf } from '../tables/tree.ts'
import { landingOf, putEntry } from '../tables/treeChanges.ts'
import { editionOf, type SqlValue } from '../values/value.ts'
import { indexRelation, noteRowWrite } from './noteRowWrite.ts'
import { hasKey } from './versionKeys.ts'

export interface RowWrite {
  table: Table
  row: Key
  /** Null deletes. */
  values: readonly SqlValue[] | null
  what: 'insert' | 'update' | 'delete'
}

/** An entry of an index that the new version needs, or that the old one leaves behind. */
interface EntryChange {
  its: IndexTree
  key: Key
  /** It is not there yet. */
  isNew: boolean
}

function entryChange(its: IndexTree, key: Key): EntryChange {
  return { its, key, isNew: entryOf(its.tree, key) === null }
}

function changedEntries({ table, row, values }: RowWrite, newest: Version | null): EntryChange[] {
  return secondaryIndexes(table).flatMap(its => {
    const index = its.index!
    const key = values === null ? null : indexKey(index, values, row)
    if (key !== null && hasKey(newest, index, row, key)) return []
    const left = newest?.values ? [indexKey(index, newest.values, row)] : []
    return [...left, ...(key === null ? [] : [key])].map(one => entryChange(its, one))
  })
}

function isMysql({ relations }: Work): boolean {
  return editionOf(relations.dialect) === 'mysql'
}

function placeOf(table: Table, its: IndexTree, key: Key): RecordPlace {
  return recordPlace(table, its, key, landingOf(its.tree, key).page)
}

/** InnoDB: a new entry asks the gap that it comes into, one that is there is locked. */
function lockEntry(work: Work, table: Table, { its, key, isNew }: EntryChange): void {
  const { number } = numbered(work)
  if (isNew) acquire(work, insertIntention(placeBehind(table, its, key), number))
  else acquire(work, wishAt(placeOf(table, its, key), number, { mode: 'X', part: 'record' }))
}

/** InnoDB: who made an entry holds it; gaps locked by others now end at it. */
function holdEntry(work: Work, table: Table, { its, key }: EntryChange): void {
  const { desk, host } = work
  const place = placeOf(table, its, key)
  splitGap(desk.locks, placeBehind(table, its, key).resource, place, host.now)
  const wish = wishAt(place, numbered(work).number, { mode: 'X', part: 'record' })
  holdLock(desk.locks, wish, host.now)
}

/** Pages to be changed, those that have to be new among them by the number they will get. */
function pagesFor(work: Work, landings: readonly [Tree, Key][]): PageChange[] {
  const { relations, host } = work
  let fresh = 0
  const takeFresh = () => {
    if (fresh === relations.sparePages.length) relations.sparePages.push(host.allocatePage())
    return relations.sparePages[fresh++]!
  }
  return landings.flatMap(([tree, key]) => {
    if (!tree.hasPages) return []
    const { page, place, isNew } = landingOf(tree, key)
    touch(work, page)
    const old = page < 0 ? [] : [{ page, place }]
    return isNew ? [...old, { page: takeFresh(), place: 0 }] : old
  })
}

/** Each of several writers has its own pages of undo. */
function newUndoPage({ relations, host }: Work): number {
  return host.peers?.undoPage() ?? relations.sparePages.pop() ?? host.allocatePage()
}

function undoPageOf(work: Work, open: OpenTransaction): PageChange[] {
  if (!isMysql(work)) return []
  if (open.undoPage < 0) {
    open.undoPage = newUndoPage(work)
  }
  return [{ page: open.undoPage, place: Math.min(open.changes.length, 65_535) }]
}

/** A change with the entries it needs, looked at before anything is written. */
interface Prepared extends RowWrite {
  entry: Entry | null
  own: EntryChange
  entries: EntryChange[]
}

/** Where the row itself changes: in the clustered index, or in the heap, behind all others. */
function rowLandings({ table, row, values, entry }: Prepared): [Tree, Key][] {
  if (table.heap === null) return [[table.rows, row]]
  const old = entry?.newest ? [[table.heap, [entry.newest.place]] as [Tree, Key]] : []
  return values === null ? old : [...old, [table.heap, [table.nextPlace]]]
}

function writeRedo(work: Work, writes: readonly Prepared[], trackers: readonly PageChange[]): Lsn {
  const open = openOf(work)!
  const undo = undoPageOf(work, open)
  const rows = writes.flatMap(rowLandings)
  const indexes = writes.flatMap(({ entries }) => entries)
  const landings = [...rows, ...indexes.map(({ its, key }): [Tree, Key] => [its.tree, key])]
  const changes = [...pagesFor(work, landings), ...undo]
  const others = trackers.filter(({ page }) => changes.every(its => its.page !== page))
  const lsn = work.host.writeRedo(open.number, [...changes, ...others], false)
  return lsn === 0 ? suspend({ state: 'room' }) : lsn
}

function versionOf(work: Work, { table, row, values }: RowWrite, older: Version | null, lsn: Lsn) {
  const { number, statements } = numbered(work)
  const isPlaced = table.heap !== null && values !== null
  return Object.freeze({
    values: values === null ? null : Object.freeze(values),
    transaction: number,
    statement: statements,
    lsn,
    place: isPlaced ? table.nextPlace++ : (older?.place ?? 0),
    undoPage: openOf(work)!.undoPage,
    older,
    ...shownBy(work, table, row),
  })
}

/** Several writers: the page as it has just been accepted shows the version. */
function shownBy({ host }: Work, table: Table, row: Key): Pick<Version, 'shownBy'> {
  const { page } = landingOf(table.rows, row)
  if (host.peers === undefined || page < 0) return {}
  return { shownBy: Object.freeze({ page, version: host.peers.versionOf(page) }) }
}

/** What was read of a leaf that is parted was read of both halves. */
function putIndexEntry(work: Work, table: Table, its: IndexTree, entry: Entry): void {
  const { relations, desk, host } = work
  const { page } = landingOf(its.tree, entry.key)
  putEntry(its.tree, entry, () => {
    const added = relations.sparePages.shift() ?? host.allocatePage()
    if (page >= 0) divideRead(desk.ssi, indexRelation(table, its), page, added)
    return added
  })
}

function applyWrite(work: Work, write: Prepared, lsn: Lsn): void {
  const { table, row, what, entry } = write
  const { relations, host } = work
  const takePage = () => relations.sparePages.shift() ?? host.allocatePage()
  const newest = versionOf(work, write, entry?.newest ?? null, lsn)
  putEntry(table.rows, Object.freeze({ key: row, row, newest }), takePage)
  if (table.heap !== null && newest.values !== null) {
    const key = Object.freeze([newest.place])
    putEntry(table.heap, Object.freeze({ key, row, newest: null }), takePage)
  }
  for (const { its, key, isNew } of write.entries) {
    if (isNew) putIndexEntry(work, table, its, Object.freeze({ key, row, newest: null }))
  }
  openOf(work)!.changes.push({ kind: 'row', table: table.number, row, lsn, what })
  host.history?.rowWritten(table, row, newest)
}

function tellChange({ host, session }: Work, { table, row, what }: RowWrite, lsn: Lsn): void {
  host.tell('RowChanged', {
    instance: host.instance,
    session: session.name,
    transaction: session.transaction!.number,
    table: table.name,
    key: keyWords(table, rowsIndex(table).index, row),
    change: what,
    isUndo: false,
    lsn,
  })
}

function prepare(work: Work, write: RowWrite): Prepared {
  const { table, row } = write
  const entry = entryOf(table.rows, row)
  const entries = changedEntries(write, entry?.newest ?? null)
  const own = { its: rowsIndex(table), key: row, isNew: entry === null }
  if (isMysql(work)) for (const change of [own, ...entries]) lockEntry(work, table, change)
  else noteRowWrite(work, write, entries)
  return { ...write, entry, own, entries }
}

/**
 * Several changes at once: all or nothing. Suspends when something is missing. `trackers`: pages
 * that are named with them and do not change.
 */
export function writeRows(
  work: Work,
  writes: readonly RowWrite[],
  trackers: readonly PageChange[] = [],
): void {
  const { desk, host } = work
  const { number } = numbered(work)
  if (!isMysql(work)) holdLock(desk.locks, endOf(number, number), host.now)
  const prepared = writes.map(write => prepare(work, write))
  const lsn = writeRedo(work, prepared, trackers)
  for (const write of prepared) {
    applyWrite(work, write, lsn)
    const made = [write.own, ...write.entries].filter(({ isNew }) => isNew)
    if (isMysql(work)) for (const change of made) holdEntry(work, write.table, change)
    tellChange(work, write, lsn)
  }
}
