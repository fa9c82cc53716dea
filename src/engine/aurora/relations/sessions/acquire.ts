/**
 * Asking for a lock on behalf of a statement. If others hold it, the statement stops and asks again
 * when it is woken. MySQL looks for a cycle of waits at once, PostgreSQL after a while.
 */
import { refuseFor, sqlError } from '../errors/sqlError.ts'
import { askForLock, cancelWait, type OnConflict } from '../locks/lockTable.ts'
import type { Lock, LockWish } from '../locks/lockTypes.ts'
import { findCycle, holdersOf, victimOf } from '../locks/waitsFor.ts'
import type { Desk, Relations } from '../relations.ts'
import { editionOf } from '../values/value.ts'
import type { Session } from './sessionTypes.ts'
import { numberOf, type Place, suspend, type Work } from './work.ts'

/** Name of the session that has a transaction open; it stays with the transaction. */
export function sessionNameOf({ open }: Relations, transaction: number): string {
  return open.get(transaction)?.session ?? ''
}

export function sessionOf(desk: Desk, transaction: number): Session | null {
  for (const session of desk.sessions.values()) {
    if (session.transaction?.number === transaction) return session
  }
  return null
}

/** The lock that a transaction waits for; null = it does not wait. */
export function waitOf({ locks }: Desk, transaction: number): Lock | null {
  const resource = locks.waits.get(transaction)
  const queue = resource === undefined ? undefined : locks.byResource.get(resource)
  return queue?.find(lock => lock.transaction === transaction && !lock.isGranted) ?? null
}

/** False: others hold it, and the wish was not to wait. */
export function acquire(work: Work, wish: LockWish, onConflict: OnConflict = 'wait'): boolean {
  const { desk, host } = work
  const answer = askForLock(desk.locks, wish, host.now, onConflict)
  if (answer !== 'waits') return answer === 'granted'
  beginWait(work, wish)
  if (editionOf(work.relations.dialect) === 'mysql') resolveCycles(work)
  return waitOn(work)
}

/** Stops until the lock is granted. */
export function waitOn({ session, relations }: Work): never {
  if (editionOf(relations.dialect) === 'mysql') {
    return suspend({ state: 'lock', checkAfter: null, giveUpAfter: session.lockWaitTimeout })
  }
  const giveUpAfter = session.lockTimeout === 0 ? null : session.lockTimeout
  return suspend({ state: 'lock', checkAfter: session.deadlockTimeout, giveUpAfter })
}

function beginWait(work: Work, wish: LockWish): void {
  const { transaction, table, index, key, mode, resource } = wish
  const { running, relations, desk, host, session } = work
  if (running.wait !== null) return
  running.wait = { since: host.now, table, index, key, mode }
  running.waitedAt = resource
  const holders = holdersOf(desk.locks, transaction)
  host.tell('LockWaitBegan', {
    instance: host.instance,
    session: session.name,
    transaction,
    table,
    index,
    key,
    mode,
    holders: holders.map(holder => sessionNameOf(relations, holder)),
  })
}

/** The wait is over, as told. */
export function endWait(work: Work, outcome: 'granted' | 'deadlock' | 'timeout' | 'cancelled') {
  const { running, host, session } = work
  if (running.wait === null) return
  host.tell('LockWaitEnded', {
    instance: host.instance,
    session: session.name,
    transaction: numberOf(work),
    waitedMicros: host.now - running.wait.since,
    outcome,
  })
  running.wait = null
}

/** InnoDB: as long as the wait closes a cycle, one transaction of it is given up. */
function resolveCycles(work: Work): void {
  const { desk, relations } = work
  const own = numberOf(work)
  for (let cycle = findCycle(desk.locks, own); cycle; cycle = findCycle(desk.locks, own)) {
    const victim = victimOf(cycle, one => relations.open.get(one)?.changes.length ?? 0)
    noteDeadlock(work, cycle, victim)
    if (victim === own) refuseFor(relations.dialect, 'deadlock')
    giveUpSession(work, victim)
  }
}

/** Its session learns of it when the host goes on with it. */
function giveUpSession({ desk, relations }: Place, victim: number): void {
  cancelWait(desk.locks, victim)
  const session = sessionOf(desk, victim)
  if (session === null) return
  session.doom = sqlError(relations.dialect, 'deadlock')
  desk.called.push(session.number)
}

function edgeOf(lock: Lock | null): string {
  if (lock === null) return ''
  return [lock.table, lock.index, lock.key].filter(part => part !== '').join(' ')
}

/** Tells of a cycle, in which each waits for the next, and keeps it for the picture. */
export function noteDeadlock(
  { relations, desk, host }: Place,
  cycle: readonly number[],
  victim: number,
): void {
  const sessions = cycle.map(one => sessionNameOf(relations, one))
  const name = sessionNameOf(relations, victim)
  const edges = cycle.map(one => edgeOf(waitOf(desk, one)))
  desk.lastDeadlock = { at: host.now, sessions, victim: name, edges }
  const { instance } = host
  host.tell('DeadlockFound', { instance, sessions, transactions: [...cycle], victim: name })
}
