/**
 * What becomes of gap locks when records come and go (InnoDB): a new record parts a gap, and both
 * parts stay locked; a removed one leaves its locks to the gap in which it stood. Rule I12.
 */
import type { Micros } from '../../../contract/units.ts'
import { grantWaiting, holdLock, removeLocks } from './lockTable.ts'
import type { Lock, LockTable, LockWish, Resource } from './lockTypes.ts'

/** A record of an index as the locks know it. */
export type RecordPlace = Pick<LockWish, 'resource' | 'table' | 'index' | 'key' | 'page'>

/** A wish for a part of a record. */
export function wishAt(
  place: RecordPlace,
  transaction: number,
  { mode, part }: Pick<LockWish, 'mode' | 'part'>,
): LockWish {
  const { resource, table, index, key, page } = place
  return { transaction, resource, table, index, key, page, mode, part }
}

/** To be asked for before an insert, at the record that will follow the new one. */
export function insertIntention(next: RecordPlace, transaction: number): LockWish {
  return wishAt(next, transaction, { mode: 'X', part: 'insertIntention' })
}

/** After an insert: who had locked the gap before `next` has both halves of it locked. */
export function splitGap(
  locks: LockTable,
  next: Resource,
  inserted: RecordPlace,
  now: Micros,
): void {
  leaveGap(locks, locks.byResource.get(next) ?? [], inserted, now)
}

interface Removal {
  removed: Resource
  next: RecordPlace
  now: Micros
  /** Which transactions lock gaps at all: those from REPEATABLE READ on. */
  keeps: (transaction: number) => boolean
}

/**
 * Before a record is removed: locks of it become locks of the gap before `next`, and who waited for
 * it is woken to look again.
 */
export function inheritGap(locks: LockTable, { removed, next, now, keeps }: Removal): void {
  const queue = locks.byResource.get(removed) ?? []
  const heirs = queue.filter(lock => lock.part !== 'record' || keeps(lock.transaction))
  leaveGap(locks, heirs.map(asGap), next, now)
  const waiting = queue.filter(lock => !lock.isGranted)
  removeLocks(locks, removed, () => true)
  for (const { transaction } of waiting) locks.woken.push(transaction)
  grantWaiting(locks, [removed])
}

function asGap(lock: Lock): Lock {
  return lock.part === 'record' ? { ...lock, part: 'gap' } : lock
}

function leaveGap(locks: LockTable, from: readonly Lock[], to: RecordPlace, now: Micros): void {
  for (const { transaction, mode, part } of [...from]) {
    if (part !== 'gap' && part !== 'nextKey') continue
    holdLock(locks, wishAt(to, transaction, { mode, part: 'gap' }), now)
  }
}
