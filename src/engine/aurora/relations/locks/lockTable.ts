/**
 * The table of locks of one instance: asking, waiting in order, letting go. A request is granted
 * when nothing that it conflicts with is granted or waits before it; whoever lets go looks after
 * those behind. Rules I4, I5.
 */
import type { Micros } from '../../../contract/units.ts'
import { covers, mayGoFirst, mustWaitFor, passesWaiting } from './lockModes.ts'
import type { Lock, LockAnswer, LockTable, LockWish, Resource } from './lockTypes.ts'

export type OnConflict = 'wait' | 'nowait' | 'skipLocked'

export function createLocks(): LockTable {
  return {
    lastNumber: 0,
    count: 0,
    byResource: new Map(),
    byTransaction: new Map(),
    waits: new Map(),
    woken: [],
    changes: 0,
    recent: [],
  }
}

/** Changes that are remembered: more than one event makes. */
const remembered = 4096

function noteChange(locks: LockTable, resource: Resource): void {
  locks.recent[locks.changes++ % remembered] = resource
}

/** Where something has changed since that many changes; everywhere if they are too many. */
export function changedSince(locks: LockTable, changes: number): Resource[] {
  const count = locks.changes - changes
  if (count < 0 || count > remembered) return [...locks.byResource.keys()]
  return Array.from({ length: count }, (_, age) => {
    return locks.recent[(locks.changes - 1 - age) % remembered]!
  })
}

/**
 * Asking again for what is held or waited for changes nothing. `now` is kept for those who wait.
 * A granted insert intention leaves no lock behind, as in InnoDB.
 */
export function askForLock(
  locks: LockTable,
  wish: LockWish,
  now: Micros,
  onConflict: OnConflict = 'wait',
): LockAnswer {
  const queue = locks.byResource.get(wish.resource) ?? []
  const isIntention = wish.part === 'insertIntention'
  const own = queue.find(lock => covers(lock, wish))
  if (own && !own.isGranted) return 'waits'
  if (own && !isIntention) return 'granted'
  if (!isBlocked(queue, wish)) {
    if (!isIntention) addLock(locks, wish, now, true)
    return 'granted'
  }
  if (onConflict !== 'wait') return 'refused'
  addLock(locks, wish, now, false)
  return 'waits'
}

/**
 * Holds a lock without asking: a record that its transaction has just made, or one whose implicit
 * lock becomes visible since somebody else asks for it.
 */
export function holdLock(locks: LockTable, wish: LockWish, now: Micros): void {
  const queue = locks.byResource.get(wish.resource) ?? []
  if (!queue.some(lock => lock.isGranted && covers(lock, wish))) addLock(locks, wish, now, true)
}

/** Gives up the wait of a transaction, if it waits; those behind it may go on. */
export function cancelWait(locks: LockTable, transaction: number): void {
  const resource = locks.waits.get(transaction)
  if (resource === undefined) return
  removeLocks(locks, resource, lock => lock.transaction === transaction && !lock.isGranted)
  grantWaiting(locks, [resource])
}

/**
 * Lets go what a transaction got on a resource after the lock of this number: InnoDB at READ
 * COMMITTED unlocks a row that does not match, but not if an earlier statement had locked it.
 */
export function releaseRecord(
  locks: LockTable,
  transaction: number,
  resource: Resource,
  after = 0,
): void {
  removeLocks(locks, resource, lock => lock.transaction === transaction && lock.number > after)
  grantWaiting(locks, [resource])
}

/** PostgreSQL: ROLLBACK TO lets go what was locked after the savepoint. InnoDB keeps it. */
export function releaseSince(locks: LockTable, transaction: number, after: number): void {
  const resources = [...(locks.byTransaction.get(transaction) ?? [])]
  for (const resource of resources) {
    removeLocks(locks, resource, lock => lock.transaction === transaction && lock.number > after)
  }
  grantWaiting(locks, resources)
}

/** At the end of a transaction: all its locks and its wait. Who can go on stands in `woken`. */
export function releaseAll(locks: LockTable, transaction: number): void {
  releaseSince(locks, transaction, 0)
  locks.woken = locks.woken.filter(other => other !== transaction)
}

/** Those whose wait has ended since the last call, in the order in which they began to wait. */
export function takeWoken(locks: LockTable): number[] {
  const { woken } = locks
  locks.woken = []
  return woken
}

function isBlocked(queue: readonly Lock[], wish: LockWish): boolean {
  const passes = passesWaiting(wish) || goesFirst(queue, wish)
  return queue.some(lock => (lock.isGranted || !passes) && mustWaitFor(lock, wish))
}

function goesFirst(queue: readonly Lock[], { transaction, mode }: LockWish): boolean {
  return mayGoFirst(mode) && queue.some(lock => lock.isGranted && lock.transaction === transaction)
}

function addLock(locks: LockTable, wish: LockWish, since: Micros, isGranted: boolean): void {
  const { transaction, resource } = wish
  const queue = locks.byResource.get(resource) ?? []
  const number = ++locks.lastNumber
  queue.splice(
    placeIn(queue, wish, isGranted),
    0,
    Object.freeze({ ...wish, number, since, isGranted }),
  )
  locks.byResource.set(resource, queue)
  locks.count++
  noteChange(locks, resource)
  const places = locks.byTransaction.get(transaction) ?? new Set()
  locks.byTransaction.set(transaction, places.add(resource))
  if (!isGranted) locks.waits.set(transaction, resource)
}

function placeIn(queue: readonly Lock[], wish: LockWish, isGranted: boolean): number {
  if (isGranted || !goesFirst(queue, wish)) return queue.length
  const waiting = queue.findIndex(lock => !lock.isGranted)
  return waiting === -1 ? queue.length : waiting
}

/** Takes away; the caller lets those behind go on. */
export function removeLocks(
  locks: LockTable,
  resource: Resource,
  isGone: (lock: Lock) => boolean,
): void {
  const queue = locks.byResource.get(resource) ?? []
  const gone = queue.filter(isGone)
  if (gone.length === 0) return
  const left = queue.filter(lock => !isGone(lock))
  if (left.length === 0) locks.byResource.delete(resource)
  else locks.byResource.set(resource, left)
  locks.count -= gone.length
  noteChange(locks, resource)
  for (const lock of gone) forget(locks, left, lock)
}

function forget(
  locks: LockTable,
  left: readonly Lock[],
  { transaction, resource, isGranted }: Lock,
) {
  if (!isGranted) locks.waits.delete(transaction)
  if (left.some(lock => lock.transaction === transaction)) return
  const places = locks.byTransaction.get(transaction)
  places?.delete(resource)
  if (places?.size === 0) locks.byTransaction.delete(transaction)
}

/** Grants what can be granted at these resources, in the order of asking. */
export function grantWaiting(locks: LockTable, resources: readonly Resource[]): void {
  const granted = resources.flatMap(resource => grantAt(locks, resource))
  granted.sort((one, other) => one.number - other.number)
  for (const { transaction } of granted) locks.woken.push(transaction)
}

function grantAt(locks: LockTable, resource: Resource): Lock[] {
  const queue = locks.byResource.get(resource) ?? []
  const granted: Lock[] = []
  for (const [place, lock] of queue.entries()) {
    if (lock.isGranted || blockersAt(queue, place).length > 0) continue
    queue[place] = Object.freeze({ ...lock, isGranted: true })
    locks.waits.delete(lock.transaction)
    granted.push(lock)
    noteChange(locks, resource)
  }
  return granted
}

/** The locks for which the one at this place of the queue waits. */
export function blockersAt(queue: readonly Lock[], place: number): Lock[] {
  const asked = queue[place]!
  return queue.filter(
    (lock, index) => (lock.isGranted || index < place) && mustWaitFor(lock, asked),
  )
}
