/** Locks on gaps (InnoDB): the room before a row, and the room behind the last one. */
import type { LockView } from '../../../engine/contract/sqlView.ts'

/** A next-key lock covers a row and the gap before it; an insert intention waits for the gap. */
const ofGap = /gap|next key|insert intention/

/** The key under which the end of an index is locked. */
const endKey = /^(above|behind) /

/** The gap before the row of this key. */
export function gapBefore(locks: readonly LockView[], table: string, key: string): LockView[] {
  return locks.filter(its => its.table === table && its.key === key && ofGap.test(its.mode))
}

/** The gap behind the last row of the table. */
export function gapAtEnd(locks: readonly LockView[], table: string): LockView[] {
  const first = locks.find(its => its.table === table && endKey.test(its.key))?.index
  return locks.filter(its => its.table === table && its.index === first && endKey.test(its.key))
}

/** True for a lock that lies on the gap alone, not on the row behind it. */
export function isOfGapOnly(mode: string): boolean {
  return /gap|insert ?intention/i.test(mode)
}

/** The strength alone, `X` or `S`. */
export function strengthOf(mode: string): string {
  return mode.split(/[ ,]/)[0] ?? mode
}
