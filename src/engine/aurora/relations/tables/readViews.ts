/** Which version of a row a read view shows. Views never change; what they need is not purged. */
import type { Lsn } from '../../../contract/units.ts'
import type { EndMark, OpenTransaction, ReadView, Relations } from '../relations.ts'
import type { Version } from './tableTypes.ts'

/** A commit whose record a reader has read is seen there, though the client may not know yet. */
function isSeenAtReader(relations: Relations, transaction: number, readPoint: Lsn): boolean {
  const ended = relations.committed.get(transaction)
  if (ended !== undefined) return ended.lsn <= readPoint
  const open = relations.open.get(transaction)
  return open === undefined || (open.commitLsn > 0 && open.commitLsn <= readPoint)
}

/** A commit of another writer is seen when its mark had been applied where the view was taken. */
function isSeenAtWriter(relations: Relations, transaction: number, view: ReadView): boolean {
  const ended = relations.committed.get(transaction)
  if (ended === undefined) return !relations.open.has(transaction)
  return isCommitSeen(view, ended)
}

/** At a writer: does the view show this commit? */
export function isCommitSeen(
  { upTo, origin, reach }: ReadView,
  { commit, mark }: { commit: number; mark?: EndMark },
): boolean {
  if (mark === undefined || mark.origin === origin) return commit <= upTo
  return mark.place <= (reach?.[mark.origin] ?? 0)
}

/** `statement`: own changes of earlier statements are seen, those of this one and later are not. */
export function isVisible(
  relations: Relations,
  version: Version,
  view: ReadView,
  statement: number,
): boolean {
  const { transaction } = version
  if (transaction === 0) return true
  if (transaction === view.transaction) return version.statement < statement
  if (view.readPoint !== null) return isSeenAtReader(relations, transaction, view.readPoint)
  return isSeenAtWriter(relations, transaction, view)
}

/** The version that the view shows; null = none. A deletion has no values. */
export function visibleVersion(
  relations: Relations,
  newest: Version | null,
  view: ReadView,
  statement: number,
): Version | null {
  for (let version = newest; version !== null; version = version.older) {
    if (isVisible(relations, version, view, statement)) return version
  }
  return null
}

/** Rows that are not stored are made anew whenever they are looked at. */
export function isSameVersion(one: Version, other: Version): boolean {
  return (
    one === other ||
    (one.transaction === other.transaction &&
      one.statement === other.statement &&
      one.lsn === other.lsn &&
      one.place === other.place)
  )
}

/** True when the transaction that wrote it has not ended, and is not this one. */
export function isInDoubt(relations: Relations, version: Version, transaction: number): boolean {
  return version.transaction !== transaction && relations.open.has(version.transaction)
}

/** The newest version that its transaction has committed; null = none. */
export function newestCommitted(relations: Relations, newest: Version | null): Version | null {
  let version = newest
  while (version !== null && relations.open.has(version.transaction)) version = version.older
  return version
}

export function addView(relations: Relations, view: Omit<ReadView, 'number'>): ReadView {
  const number = ++relations.lastView
  const added = { ...view, number }
  relations.views.set(number, added)
  return added
}

/** A commit gets its number: from now on new views show it. */
export function noteCommitted(
  relations: Relations,
  open: OpenTransaction,
  end: { lsn: Lsn; mark?: EndMark },
): number {
  const commit = ++relations.lastCommit
  relations.committed.set(open.number, { commit, ...end })
  relations.open.delete(open.number)
  return commit
}
