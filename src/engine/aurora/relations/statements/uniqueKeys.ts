/**
 * Whether another row has a unique key already. InnoDB locks the entry that it finds, and so waits
 * for whoever is still at work on it; PostgreSQL waits for the end of that transaction.
 */
import { refuseFor } from '../errors/sqlError.ts'
import { wishAt } from '../locks/gapLocks.ts'
import { duplicateLock } from '../locks/recordLocks.ts'
import { currentVersion, newestKnown, refuseOwned } from '../rows/currentVersion.ts'
import { hasKey } from '../rows/versionKeys.ts'
import { acquire } from '../sessions/acquire.ts'
import { numbered, touch, type Work } from '../sessions/work.ts'
import { areEqualKeys, compareKeys } from '../tables/keys.ts'
import { isInDoubt, newestCommitted } from '../tables/readViews.ts'
import { indexKey, type IndexTree, indexTree, recordPlace } from '../tables/recordPlace.ts'
import type { Entry, Index, Key, Table, Version } from '../tables/tableTypes.ts'
import { entryAt, entryOf, nextSpot, pageAt, seek } from '../tables/tree.ts'
import { editionOf, type SqlValue, textOf } from '../values/value.ts'
import { awaitEnd } from './lockRow.ts'

/** A row that is to come, or to be changed. */
export interface Candidate {
  table: Table
  values: readonly SqlValue[]
  /** The row that it replaces: not in its own way. Null = a new one. */
  row: Key | null
  /** ON DUPLICATE KEY UPDATE: the row in the way will be changed. */
  replaces: boolean
}

export interface Clash {
  index: Index
  /** The row in the way. */
  row: Key
}

function uniqueIndexes({ indexes }: Table): Index[] {
  return indexes.filter(({ isUnique }) => isUnique)
}

function isSameRow(entry: Entry, { row, table }: Candidate): boolean {
  return row !== null && areEqualKeys(entry.row, row, table.rows.dialect)
}

/** Does the version have the unique columns of the candidate? */
function isClash(version: Version | null, index: Index, { values, table }: Candidate): boolean {
  if (version === null || version.values === null) return false
  const { dialect } = table.rows
  const [its, wanted] = [version.values, values].map(row => index.columns.map(at => row[at]!))
  return compareKeys(its!, wanted!, dialect) === 0
}

/** A candidate at one entry of one index. */
interface Meeting {
  candidate: Candidate
  index: Index
  its: IndexTree
  entry: Entry
  page: number
}

function lockEntry(work: Work, { candidate, its, entry, page }: Meeting): void {
  const lock = duplicateLock(its.isClustered, candidate.replaces)
  const place = recordPlace(candidate.table, its, entry.key, page)
  acquire(work, wishAt(place, numbered(work).number, lock))
}

/** Waits for who may still take the key away, or bring it back. */
function awaitDoubt(work: Work, index: Index, newest: Version | null, candidate: Candidate): void {
  if (newest === null || !isInDoubt(work.relations, newest, numbered(work).number)) return
  const settled = newestCommitted(work.relations, newest)
  const matters = isClash(newest, index, candidate) || isClash(settled, index, candidate)
  if (matters) awaitEnd(work, newest.transaction)
}

/** True when the row of the entry has the key, and is there to stay. */
function isInTheWay(work: Work, meeting: Meeting): boolean {
  const { candidate, index, its, entry } = meeting
  const newest = () => entryOf(candidate.table.rows, entry.row)?.newest ?? null
  if (editionOf(work.relations.dialect) === 'postgresql') {
    awaitDoubt(work, index, newest(), candidate)
    return isClash(newest(), index, candidate)
  }
  if (work.host.peers !== undefined) return isInTheWayHere(work, meeting)
  const isLive = its.isClustered || hasKey(newest(), index, entry.row, entry.key)
  return isLive && isClash(newest(), index, candidate)
}

/**
 * At one of several writers. A page of an index that is old here shows the key to nobody, and the
 * change will be refused; on the newest one nobody else's key can be missed.
 */
function isInTheWayHere(work: Work, { candidate, index, its, entry, page }: Meeting): boolean {
  const { table } = candidate
  if (its.isClustered) return isClash(currentVersion(work, table, entry.row), index, candidate)
  if (!work.host.peers!.isNewest(page)) return false
  const newest = entryOf(table.rows, entry.row)?.newest ?? null
  const known = newestKnown(work, newest)
  const matters = isClash(newest, index, candidate) || isClash(known, index, candidate)
  if (newest !== null && newest !== known && matters) refuseOwned(work, table, entry.row, newest)
  return isClash(known, index, candidate)
}

function clashIn(work: Work, index: Index, candidate: Candidate): Clash | null {
  const { table, values } = candidate
  const wanted = index.columns.map(place => values[place]!)
  if (wanted.some(value => value === null)) return null
  const its = indexTree(table, index)
  const isMysql = editionOf(work.relations.dialect) === 'mysql'
  for (let spot = seek(its.tree, wanted, false); spot !== null; spot = nextSpot(its.tree, spot)) {
    const entry = entryAt(its.tree, spot)
    if (compareKeys(entry.key, wanted, its.tree.dialect) !== 0) return null
    if (isSameRow(entry, candidate)) continue
    const page = pageAt(its.tree, spot)
    touch(work, page)
    const meeting = { candidate, index, its, entry, page }
    if (isMysql) lockEntry(work, meeting)
    if (isInTheWay(work, meeting)) return { index, row: entry.row }
  }
  return null
}

/** Unique indexes in which the key of the row changes. */
function changedIndexes(work: Work, { table, values, row }: Candidate): Index[] {
  const indexes = uniqueIndexes(table)
  const old = row === null ? null : (entryOf(table.rows, row)?.newest?.values ?? null)
  if (old === null) return indexes
  const { dialect } = work.relations
  return indexes.filter(index => {
    return !areEqualKeys(indexKey(index, old, []), indexKey(index, values, []), dialect)
  })
}

/** The first row in the way, in the order of the indexes; null = none. */
export function findClash(
  work: Work,
  candidate: Candidate,
  within: (index: Index) => boolean = () => true,
): Clash | null {
  for (const index of changedIndexes(work, candidate)) {
    if (!within(index)) continue
    const clash = clashIn(work, index, candidate)
    if (clash !== null) return clash
  }
  return null
}

/** True when the change touches a key that others could refer to (PostgreSQL). */
export function changesKey(work: Work, candidate: Candidate): boolean {
  return changedIndexes(work, candidate).length > 0
}

export function refuseClash({ table, values }: Candidate, { index }: Clash): never {
  const value = index.columns.map(place => textOf(values[place]!)).join('-')
  refuseFor(table.rows.dialect, 'duplicate', { value, table: table.name, key: index.name })
}
