/**
 * Takes versions away from a row: the newest when its change is undone, the oldest when nobody can
 * see them any more. Entries that no version needs go with them, and so does the row itself after
 * its last version; in MySQL locks of an entry pass to the gap in which it stood.
 */
import type { Micros } from '../../../contract/units.ts'
import { inheritGap } from '../locks/gapLocks.ts'
import { keepsGaps } from '../locks/recordLocks.ts'
import type { Desk, Relations } from '../relations.ts'
import { sessionOf } from '../sessions/acquire.ts'
import {
  type IndexTree,
  indexKey,
  placeBehind,
  recordPlace,
  rowsIndex,
  secondaryIndexes,
} from '../tables/recordPlace.ts'
import type { Entry, Key, Table, Version } from '../tables/tableTypes.ts'
import { putEntry, removeEntry } from '../tables/treeChanges.ts'
import { editionOf } from '../values/value.ts'
import { needsKey } from './versionKeys.ts'

/** Where rows lose versions. `desk` has the locks that stand on them; null = no instance runs. */
export interface Removal {
  relations: Relations
  desk: Desk | null
  now: Micros
}

function keepsGapsOf(desk: Desk, transaction: number): boolean {
  const isolation = sessionOf(desk, transaction)?.transaction?.isolation
  return isolation === undefined || keepsGaps(isolation)
}

interface Removed {
  key: Key
  now: Micros
  /** Who wrote it: no lock of its own stays when it takes that back. */
  writer: number
}

function passLocks(desk: Desk, table: Table, its: IndexTree, { key, now, writer }: Removed): void {
  if (desk.locks.count === 0) return
  const removed = recordPlace(table, its, key, -1).resource
  if (!desk.locks.byResource.has(removed)) return
  const next = placeBehind(table, its, key)
  const keeps = (other: number) => other !== writer && keepsGapsOf(desk, other)
  inheritGap(desk.locks, { removed, next, now, keeps })
}

interface Gone {
  key: Key
  lost: readonly Version[]
}

function removeFrom(removal: Removal, table: Table, its: IndexTree, { key, lost }: Gone): void {
  const { desk, relations, now } = removal
  if (desk !== null && editionOf(relations.dialect) === 'mysql') {
    passLocks(desk, table, its, { key, now, writer: lost[0]?.transaction ?? 0 })
  }
  const page = removeEntry(its.tree, key)
  if (page >= 0) relations.sparePages.push(page)
}

/** What becomes of the versions of a row. */
export interface Shortening {
  /** Those that stay; null = the row goes. */
  left: Version | null
  lost: readonly Version[]
}

function removeKeys(
  removal: Removal,
  table: Table,
  entry: Entry,
  { left, lost }: Shortening,
): void {
  for (const its of secondaryIndexes(table)) {
    for (const { values } of lost) {
      if (values === null) continue
      const key = indexKey(its.index!, values, entry.row)
      if (!needsKey(left, its.index!, entry.row, key))
        removeFrom(removal, table, its, { key, lost })
    }
  }
  if (table.heap !== null) removePlaces(removal, table, lost)
}

function removePlaces({ relations }: Removal, table: Table, lost: readonly Version[]): void {
  for (const { values, place } of lost) {
    if (values === null) continue
    const page = removeEntry(table.heap!, [place])
    if (page >= 0) relations.sparePages.push(page)
  }
}

export function setVersions(
  removal: Removal,
  table: Table,
  entry: Entry,
  shortening: Shortening,
): void {
  removeKeys(removal, table, entry, shortening)
  const { left, lost } = shortening
  if (left === null) removeFrom(removal, table, rowsIndex(table), { key: entry.key, lost })
  else putEntry(table.rows, Object.freeze({ ...entry, newest: left }), () => -1)
}
