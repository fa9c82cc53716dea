/**
 * Going through a table as InnoDB does: entries of one index in order, each locked before it is
 * looked at if the statement locks, its row then found in the clustered index. Rules of what is
 * locked are in locks/recordLocks.
 */
import { refuseFor } from '../errors/sqlError.ts'
import { wishAt } from '../locks/gapLocks.ts'
import { type OnConflict, releaseRecord } from '../locks/lockTable.ts'
import { covers } from '../locks/lockModes.ts'
import type { LockWish, Resource } from '../locks/lockTypes.ts'
import { keepsGaps, type RecordAccess, recordLockOf } from '../locks/recordLocks.ts'
import { recordResource } from '../locks/resources.ts'
import { newestKnown, refuseOwned, shownVersion } from '../rows/currentVersion.ts'
import { hasKey } from '../rows/versionKeys.ts'
import { acquire } from '../sessions/acquire.ts'
import { viewOf } from '../sessions/views.ts'
import { numbered, touch, type Work } from '../sessions/work.ts'
import { compareKeys } from '../tables/keys.ts'
import { newestCommitted } from '../tables/readViews.ts'
import {
  type IndexTree,
  indexTree,
  recordPlace,
  rowsIndex,
  supremumPlace,
} from '../tables/recordPlace.ts'
import type { Entry, Key, Version } from '../tables/tableTypes.ts'
import { entryAt, entryOf, nextSpot, pageAt, seek, type Spot, spotOf } from '../tables/tree.ts'
import { keyTextOf } from '../values/value.ts'
import { isPast, resumeAt } from './bounds.ts'
import type { Range } from './cursor.ts'
import { breatheAt, countVisit, matches, readVersion, type Scan } from './scan.ts'

/** A scan at one range of one index. */
interface Walk extends Scan {
  its: IndexTree
  range: Range
}

type Place = RecordAccess['place']

function accessOf(work: Work, walk: Walk, place: Place, entry: Entry | null): RecordAccess {
  const { its, range, lock } = walk
  const { isPoint, isUniquePoint } = range
  return {
    purpose: lock!.purpose,
    dialect: work.relations.dialect,
    place,
    isUniquePoint,
    isPoint,
    isClustered: its.isClustered,
    isRangeStart: entry !== null && isRangeStart(walk, entry),
    isDeleted: entry !== null && !isLive(work, walk, entry),
  }
}

function isRangeStart({ its, range, table }: Walk, entry: Entry): boolean {
  const { low, isLowOpen, isPoint } = range
  if (low === null || isLowOpen || isPoint || !its.isClustered) return false
  if (low.length !== table.primary.length) return false
  return compareKeys(entry.key, low, its.tree.dialect) === 0
}

/** The newest version is there and has the key of the entry. */
function isLive({ host }: Work, { its, table }: Walk, entry: Entry): boolean {
  if (its.index === null) return shownVersion(host, table, entry)?.values != null
  const newest = shownVersion(host, table, entryOf(table.rows, entry.row))
  return hasKey(newest, its.index, entry.row, entry.key)
}

interface LockAt {
  place: Place
  /** Null = the end of the index. */
  entry: Entry | null
  page: number
}

/** False: others hold it, and the statement does not wait. */
function lockAt(work: Work, walk: Walk, at: LockAt): boolean {
  return walk.lock === null || lockFor(work, walk, at, walk.lock.onConflict)
}

function lockFor(work: Work, walk: Walk, where: LockAt, onConflict: OnConflict): boolean {
  const { place, entry, page } = where
  const { table, its } = walk
  const { number, isolation } = numbered(work)
  const wanted = recordLockOf(isolation, accessOf(work, walk, place, entry))
  if (wanted === null) return true
  const at = place === 'lookup' ? rowsIndex(table) : its
  const spot = entry === null ? supremumPlace(table, at) : recordPlace(table, at, entry.key, page)
  const lacking = lackingPart(work, wishAt(spot, number, wanted))
  const isFree = acquire(work, lacking, onConflict)
  if (!isFree && onConflict === 'nowait') refuseFor(work.relations.dialect, 'lockNotAvailable')
  return isFree
}

/**
 * Who holds a record already and wants its next key lacks only the gap, for which nobody waits.
 * Releases before 8.0 ask for the whole, and so may wait for who waits for them (*assumption*).
 */
function lackingPart({ desk, relations }: Work, wish: LockWish): LockWish {
  if (wish.part !== 'nextKey' || relations.dialect !== 'mysql-8.0') return wish
  const record: LockWish = { ...wish, part: 'record' }
  const queue = desk.locks.byResource.get(wish.resource)
  const isHeld = queue?.some(lock => lock.isGranted && covers(lock, record)) ?? false
  return isHeld ? { ...wish, part: 'gap' } : wish
}

/**
 * READ COMMITTED and below let go what does not match, but not what was waited for: InnoDB looks
 * again then, finds the lock its own already, and takes it for an older one. Rule I9.
 */
function release(work: Work, { table, its, lock }: Walk, entry: Entry): void {
  const { isolation } = numbered(work)
  if (lock === null || keepsGaps(isolation)) return
  const { dialect } = work.relations
  letGo(work, recordResource(table.name, its.name, keyTextOf(entry.key, dialect)))
  if (its.isClustered) return
  letGo(work, recordResource(table.name, rowsIndex(table).name, keyTextOf(entry.row, dialect)))
}

function letGo(work: Work, resource: Resource): void {
  const { desk, running } = work
  if (resource === running.waitedAt) return
  releaseRecord(desk.locks, numbered(work).number, resource, running.firstLock)
}

/** It sees rows as they are now: a locking read, or READ UNCOMMITTED. */
function readsNewest(work: Work, { lock }: Scan): boolean {
  const { isolation } = numbered(work)
  return lock !== null || (isolation === 'read uncommitted' && work.host.readPoint === null)
}

/** A version that the statement reads; null = the row is not there for it. */
function versionFor(work: Work, walk: Walk, row: Entry): Version | null {
  if (!readsNewest(work, walk)) return readVersion(work, row.newest)
  const { table, lock } = walk
  const shown = shownVersion(work.host, table, row)
  return lock === null || shown === null ? shown : ownedByNobody(work, walk, row.key, shown)
}

/** C6: with several writers, a row that another one's open transaction has is not to be had. */
function ownedByNobody(work: Work, walk: Walk, row: Key, shown: Version): Version | null {
  const known = newestKnown(work, shown)
  if (known === shown) return shown
  const isWanted = [shown, known].some(its => its?.values != null && matches(walk, its.values))
  if (isWanted) refuseOwned(work, walk.table, row, shown)
  return known
}

function isOwnChange(work: Work, version: Version): boolean {
  const { number, statements } = numbered(work)
  return version.transaction === number && version.statement === statements
}

/** The clustered record of an entry, its page at hand and locked; null = passed by. */
function rowAt(work: Work, walk: Walk, entry: Entry): Entry | null {
  const { table, its } = walk
  if (its.isClustered) return entryOf(table.rows, entry.key)
  if (walk.lock !== null && !isLive(work, walk, entry)) return null
  const spot = spotOf(table.rows, entry.row)
  if (spot === null) return null
  const page = pageAt(table.rows, spot)
  touch(work, page)
  if (!lockAt(work, walk, { place: 'lookup', entry: entryAt(table.rows, spot), page })) return null
  return entryOf(table.rows, entry.row)
}

/** UPDATE at READ COMMITTED passes by rows that others hold and that would not match anyway. */
function isPassedBy(work: Work, walk: Walk, entry: Entry, page: number): boolean {
  const { lock, its, range } = walk
  if (!lock?.isSemiConsistent || !its.isClustered || range.isUniquePoint) return false
  if (keepsGaps(numbered(work).isolation)) return false
  if (lockFor(work, walk, { place: 'hit', entry, page }, 'skipLocked')) return false
  const committed = newestCommitted(work.relations, entry.newest)
  return committed === null || committed.values === null || !matches(walk, committed.values)
}

/** True = go on. */
function visit(work: Work, walk: Walk, entry: Entry, page: number): boolean {
  if (isPassedBy(work, walk, entry, page)) return true
  if (!lockAt(work, walk, { place: 'hit', entry, page })) return true
  const row = rowAt(work, walk, entry)
  const version = row === null ? null : versionFor(work, walk, row)
  const isFound = version !== null && version.values !== null && hasEntryKey(walk, version, entry)
  const isWanted = isFound && !isChanged(work, walk, version) && matches(walk, version.values!)
  if (isWanted) return walk.take({ row: row!, version, values: version.values! })
  if (!isFound || !isChanged(work, walk, version)) release(work, walk, entry)
  return true
}

function isChanged(work: Work, { lock }: Walk, version: Version): boolean {
  return lock !== null && isOwnChange(work, version)
}

function hasEntryKey({ its }: Walk, version: Version, entry: Entry): boolean {
  return its.index === null || hasKey(version, its.index, entry.row, entry.key)
}

/** The range is done; what stands behind it is locked if it has to be. */
function lockEnd(work: Work, walk: Walk, at: LockAt): true {
  lockAt(work, walk, at)
  return true
}

/** True when the range is done, false when no more rows are wanted. */
function walkRange(work: Work, walk: Walk): boolean {
  const { its, range, cursor } = walk
  let spot: Spot | null = resumeAt(its.tree, cursor, range)
  for (;;) {
    if (spot === null) return lockEnd(work, walk, { place: 'supremum', entry: null, page: -1 })
    const entry = entryAt(its.tree, spot)
    const page = pageAt(its.tree, spot)
    touch(work, page)
    if (isPast(range, entry.key, its.tree))
      return lockEnd(work, walk, { place: 'past', entry, page })
    const isLast = range.isUniquePoint && isLive(work, walk, entry)
    const goesOn = visit(work, walk, entry, page)
    countVisit(work)
    cursor.after = entry.key
    if (!goesOn || isLast) return goesOn
    walk.between?.()
    breatheAt(work, cursor)
    spot = walk.lock === null ? nextSpot(its.tree, spot) : seek(its.tree, entry.key, true)
  }
}

/**
 * Goes on from the cursor to the end, or until no more rows are wanted. A consistent read takes its
 * view though it finds nothing.
 */
export function scanMysql(work: Work, scan: Scan): void {
  const { table, cursor } = scan
  const { index, ranges } = cursor.path
  const its = index < 0 ? rowsIndex(table) : indexTree(table, table.indexes[index]!)
  if (ranges.length > 0 && !readsNewest(work, scan)) viewOf(work)
  for (; cursor.range < ranges.length; cursor.range++, cursor.after = null) {
    const range = ranges[cursor.range]!
    scan.between?.()
    if (!walkRange(work, { ...scan, its, range })) cursor.range = ranges.length
  }
}
