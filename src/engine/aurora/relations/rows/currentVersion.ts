/**
 * The newest version of a row as one of several writers has it: the page in its cache shows changes
 * up to its version, those of others' open transactions among them. Who would lock or change such a
 * row is refused, and never waits: locks end at the writer that gave them. Rules C6, I14.
 */
import { refuse } from '../errors/refusal.ts'
import { conflictError } from '../errors/sqlError.ts'
import type { Host, Peers } from '../execution.ts'
import type { Relations } from '../relations.ts'
import { numberOf, suspend, touch, type Work } from '../sessions/work.ts'
import type { Entry, Key, Table, Version } from '../tables/tableTypes.ts'
import { entryOf, pageAt, spotOf } from '../tables/tree.ts'

/** Page on which the row stands; -1 = it has none. */
function pageOf(table: Table, row: Key): number {
  const spot = spotOf(table.rows, row)
  return spot === null ? -1 : pageAt(table.rows, spot)
}

/** A row that has moved since stands on a page that was made with it. */
function isShown(peers: Peers, page: number, { shownBy }: Version): boolean {
  if (shownBy === undefined || shownBy.page !== page) return true
  return peers.versionOf(page) >= shownBy.version
}

function newestShown(host: Host, peers: Peers, table: Table, entry: Entry): Version | null {
  if (entry.newest === null) return null
  const page = pageOf(table, entry.row)
  touch({ host }, page)
  let version: Version | null = entry.newest
  while (version !== null && !isShown(peers, page, version)) version = version.older
  return version
}

/**
 * The newest version on the page as it is here, which is cached first; with one writer the newest
 * there is.
 */
export function shownVersion(host: Host, table: Table, entry: Entry | null): Version | null {
  if (entry === null) return null
  const { peers } = host
  return peers === undefined ? entry.newest : newestShown(host, peers, table, entry)
}

/** Is the end of the transaction that wrote it, another writer's, not known here? */
function isForeign(
  { open, committed }: Relations,
  peers: Peers,
  { transaction }: Version,
): boolean {
  const origin = open.get(transaction)?.origin
  if (origin !== undefined) return origin !== peers.here
  const mark = committed.get(transaction)?.mark
  if (mark === undefined || mark.origin === peers.here) return false
  return mark.place > (peers.reach()[mark.origin] ?? 0)
}

/** The newest of these versions whose transaction has ended as far as is known here, or is own. */
export function newestKnown(work: Work, newest: Version | null): Version | null {
  const { peers } = work.host
  let version = newest
  if (peers === undefined) return version
  while (version !== null && isForeign(work.relations, peers, version)) version = version.older
  return version
}

/** Refuses for a row that an open transaction of another writer has changed. */
export function refuseOwned(work: Work, table: Table, row: Key, { transaction }: Version): never {
  const { peers } = work.host
  if (peers?.ownedRowsWait === true) suspend({ state: 'owned' })
  peers?.noteOwner(transaction, pageOf(table, row))
  return refuse(conflictError(work.relations.dialect, 'rowOwned'))
}

/** The newest version shown here, or a refusal when somebody else's open transaction wrote it. */
export function currentVersion(work: Work, table: Table, row: Key): Version | null {
  const { host, relations } = work
  const shown = shownVersion(host, table, entryOf(table.rows, row))
  if (shown === null || host.peers === undefined) return shown
  if (shown.transaction === numberOf(work) || !isForeign(relations, host.peers, shown)) return shown
  return refuseOwned(work, table, row, shown)
}

/** For how long another writer has had a newer value than `found`; 0 = it is the newest. */
export function staleMicros(work: Work, newest: Version | null, found: Version | null): number {
  const { host, relations } = work
  if (host.peers === undefined) return 0
  let since = host.now
  for (let version = newest; version !== found && version !== null; version = version.older) {
    const mark = relations.committed.get(version.transaction)?.mark
    if (mark !== undefined && isForeign(relations, host.peers, version)) since = mark.at
  }
  return host.now - since
}
