/**
 * Rows by the columns of a foreign key, as InnoDB finds them: by an index that begins with these
 * columns, each entry locked in shared mode, from REPEATABLE READ on the gap where one is missing
 * too. Rule I43.
 */
import { wishAt } from '../locks/gapLocks.ts'
import type { LockPart } from '../locks/lockTypes.ts'
import { keepsGaps } from '../locks/recordLocks.ts'
import { newestKnown, refuseOwned, shownVersion } from '../rows/currentVersion.ts'
import { hasKey } from '../rows/versionKeys.ts'
import { acquire } from '../sessions/acquire.ts'
import { numbered, touch, type Work } from '../sessions/work.ts'
import { compareKeys } from '../tables/keys.ts'
import {
  type IndexTree,
  indexTree,
  placeAt,
  recordPlace,
  rowsIndex,
} from '../tables/recordPlace.ts'
import type { Entry, Index, Key, Table, Version } from '../tables/tableTypes.ts'
import { entryAt, entryOf, nextSpot, pageAt, seek, type Spot } from '../tables/tree.ts'

/** The index whose first columns are these, in this order; unique ones first. Null = none. */
export function indexFor({ indexes }: Table, places: readonly number[]): Index | null {
  const fits = ({ columns }: Index) => places.every((place, at) => columns[at] === place)
  const fitting = indexes.filter(fits)
  return fitting.find(({ isUnique }) => isUnique) ?? fitting[0] ?? null
}

/** What is looked for. */
export interface Wanted {
  table: Table
  places: readonly number[]
  key: Key
}

export function treeFor({ table, places }: Wanted): IndexTree {
  const index = indexFor(table, places)
  return index === null ? rowsIndex(table) : indexTree(table, index)
}

interface Searched {
  table: Table
  its: IndexTree
}

/** Below REPEATABLE READ records only, no gaps. */
function lockAt(work: Work, { table, its }: Searched, spot: Spot | null, part: LockPart): void {
  const { number, isolation } = numbered(work)
  const hasGaps = keepsGaps(isolation)
  if (part === 'gap' && !hasGaps) return
  const place = placeAt(table, its, spot)
  acquire(work, wishAt(place, number, { mode: 'S', part: hasGaps ? part : 'record' }))
}

function isShownBy(its: IndexTree, entry: Entry, version: Version | null): boolean {
  if (its.isClustered) return version?.values != null
  return hasKey(version, its.index!, entry.row, entry.key)
}

/** Whether the row of the entry has its key; another writer's open transaction may not decide. */
function isLive(work: Work, table: Table, its: IndexTree, entry: Entry): boolean {
  const shown = shownVersion(work.host, table, entryOf(table.rows, entry.row))
  const known = newestKnown(work, shown)
  const isThere = isShownBy(its, entry, known)
  if (shown !== null && isThere !== isShownBy(its, entry, shown)) {
    refuseOwned(work, table, entry.row, shown)
  }
  return isThere
}

/**
 * The first entry behind `after` that has these values in these columns, locked as InnoDB does;
 * null = there is none.
 */
export function findReferred(work: Work, wanted: Wanted, after: Key | null = null): Entry | null {
  const { table, key } = wanted
  const its = treeFor(wanted)
  let spot = after === null ? seek(its.tree, key, false) : seek(its.tree, after, true)
  for (; spot !== null; spot = nextSpot(its.tree, spot)) {
    const entry = entryAt(its.tree, spot)
    touch(work, pageAt(its.tree, spot))
    if (compareKeys(entry.key, key, its.tree.dialect) !== 0) break
    const isFound = isLive(work, table, its, entry)
    lockAt(work, { table, its }, spot, isFound ? 'record' : 'nextKey')
    if (isFound) return entry
  }
  lockAt(work, { table, its }, spot, 'gap')
  return null
}

/** InnoDB changes a referring row only under a lock of the row itself. */
export function lockReferring(work: Work, table: Table, row: Key): void {
  const its = rowsIndex(table)
  const spot = seek(its.tree, row, false)
  const page = spot === null ? -1 : pageAt(its.tree, spot)
  touch(work, page)
  const place = recordPlace(table, its, row, page)
  acquire(work, wishAt(place, numbered(work).number, { mode: 'X', part: 'record' }))
}
