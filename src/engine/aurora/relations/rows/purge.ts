/**
 * Versions that no read view needs are removed when transactions end, oldest commits first, as by
 * InnoDB's purge and PostgreSQL's pruning; a bounded number each time (*assumption*).
 */
import type { Leftover, ReadView, Relations } from '../relations.ts'
import type { Key, Table, Version } from '../tables/tableTypes.ts'
import { isCommitSeen } from '../tables/readViews.ts'
import { entryOf } from '../tables/tree.ts'
import { type Removal, setVersions } from './setVersions.ts'

/** Commits looked at in one go. */
const commitsAtOnce = 16

function isSeenBy(view: ReadView, leftover: Leftover): boolean {
  return view.readPoint === null ? isCommitSeen(view, leftover) : leftover.lsn <= view.readPoint
}

/** Several writers: all that are there have applied its mark. */
function isKnownToAll({ lowestReach }: Relations, { mark }: Leftover): boolean {
  return mark === undefined || mark.place <= (lowestReach?.[mark.origin] ?? 0)
}

/** True when everybody sees this commit, now and from now on. */
function isSeenByAll(relations: Relations, leftover: Leftover): boolean {
  const { lowestReadPoint, views } = relations
  if (!isKnownToAll(relations, leftover)) return false
  if (lowestReadPoint !== null && leftover.lsn > lowestReadPoint) return false
  for (const view of views.values()) if (!isSeenBy(view, leftover)) return false
  return true
}

/** Commits before this one are seen by everybody. */
export function horizonOf(relations: Relations): number {
  const first = relations.leftovers.find(leftover => !isSeenByAll(relations, leftover))
  return first?.commit ?? relations.lastCommit + 1
}

/** The newest version that everybody sees; those below it are hidden for good. Null = none. */
function lastNeeded({ open, committed }: Relations, newest: Version | null, horizon: number) {
  for (let version = newest; version !== null; version = version.older) {
    const commit = committed.get(version.transaction)?.commit ?? 0
    if (!open.has(version.transaction) && commit < horizon) return version
  }
  return null
}

function chainFrom(newest: Version, end: Version | null): Version[] {
  const versions: Version[] = []
  for (let version: Version | null = newest; version !== end && version !== null; ) {
    versions.push(version)
    version = version.older
  }
  return versions
}

/** The chain down to `last`, without what is older. */
function cutBelow(newest: Version, last: Version): Version {
  return chainFrom(newest, last)
    .reverse()
    .reduce<Version>(
      (older, version) => Object.freeze({ ...version, older }),
      Object.freeze({ ...last, older: null }),
    )
}

/** Removes what nobody needs of a row, given that commits before the horizon are seen by all. */
export function purgeRow(removal: Removal, table: Table, row: Key, horizon: number): void {
  const entry = entryOf(table.rows, row)
  const newest = entry?.newest ?? null
  if (entry === null || newest === null) return
  const last = lastNeeded(removal.relations, newest, horizon)
  if (last === null) return
  if (last === newest && last.values === null) {
    setVersions(removal, table, entry, { left: null, lost: chainFrom(newest, null) })
  } else if (last.older !== null) {
    const lost = chainFrom(last.older, null)
    setVersions(removal, table, entry, { left: cutBelow(newest, last), lost })
  }
}

function purgeCommit(removal: Removal, leftover: Leftover, horizon: number): void {
  const { relations } = removal
  const { rows, transaction, lsn, undoPage } = leftover
  for (const { table: number, row } of rows) {
    const table = relations.tables.get(number)
    if (table !== undefined) purgeRow(removal, table, row, horizon)
  }
  relations.committed.delete(transaction)
  relations.purgedUpTo = Math.max(relations.purgedUpTo, lsn)
  if (undoPage >= 0) relations.sparePages.push(undoPage)
}

export function purge(removal: Removal): void {
  const { leftovers } = removal.relations
  const horizon = horizonOf(removal.relations)
  for (let count = 0; count < commitsAtOnce; count++) {
    const first = leftovers[0]
    if (first === undefined || first.commit >= horizon) return
    leftovers.shift()
    purgeCommit(removal, first, horizon)
  }
}
