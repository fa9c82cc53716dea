/**
 * A statement at work: the state it changes and the machine it runs on. It stops by throwing what
 * it needs, and is begun again from what its session has kept; it never lives longer than a call.
 */
import type { Host, Outcome } from '../execution.ts'
import type { Desk, OpenTransaction, Relations } from '../relations.ts'
import type { Running, Session, SessionTransaction } from './sessionTypes.ts'

/** Where statements run. */
export interface Place {
  relations: Relations
  desk: Desk
  host: Host
}

export interface Work extends Place {
  session: Session
  running: Running
}

interface Suspension {
  suspended: Outcome
}

/** Stops here; the statement goes on from what its session has kept. */
export function suspend(outcome: Outcome): never {
  throw { suspended: outcome } satisfies Suspension
}

/** The outcome with which something stopped; null = it was something else. */
export function suspensionOf(thrown: unknown): Outcome | null {
  if (typeof thrown !== 'object' || thrown === null || !('suspended' in thrown)) return null
  return (thrown as Suspension).suspended
}

/** Goes on only when the page is in the buffer pool; -1 = there is none. */
export function touch({ host }: Pick<Work, 'host'>, page: number): void {
  if (page >= 0 && !host.touchPage(page)) suspend({ state: 'page', page })
}

export function createOpen(work: Work, number: number): OpenTransaction {
  const open: OpenTransaction = {
    number,
    session: work.session.name,
    state: 'active',
    commitLsn: 0,
    changes: [],
    undoPage: -1,
    ...(work.host.peers && { origin: work.host.peers.here }),
  }
  work.relations.open.set(number, open)
  return open
}

/** The transaction of the session, which has a number from now on. */
export function numbered(work: Work): SessionTransaction {
  const { session, host } = work
  const transaction = session.transaction!
  if (transaction.number !== 0) return transaction
  transaction.number = host.nextTransaction()
  createOpen(work, transaction.number)
  const { instance } = host
  host.tell('SqlTransactionBegan', {
    instance,
    session: session.name,
    transaction: transaction.number,
  })
  host.history?.began(transaction.number, session.name, instance)
  return transaction
}

/** Number of the session's transaction; 0 = none yet. */
export function numberOf({ session }: Pick<Work, 'session'>): number {
  return session.transaction?.number ?? 0
}

export function openOf(work: Work): OpenTransaction | null {
  return work.relations.open.get(numberOf(work)) ?? null
}
