/**
 * A transaction that has lost is undone behind its client, who has the error at once: it passes to
 * a session without a client, and its rows stay its own until that has undone them. Choice C5.
 */
import type { Micros } from '../../../contract/units.ts'
import type { Desk, Relations } from '../relations.ts'
import { dropViews } from './views.ts'
import { beginRollback, openSession } from './sessions.ts'
import type { SessionTransaction } from './sessionTypes.ts'
import type { Work } from './work.ts'

export interface Where {
  relations: Relations
  desk: Desk
  now: Micros
}

interface Left {
  name: string
  transaction: SessionTransaction
}

/** Number of the session, which is to be advanced until it is gone. */
function undoingSession(where: Where, { name, transaction }: Left): number {
  const { relations, desk, now } = where
  const number = openSession(relations, desk, name, { now })
  const session = desk.sessions.get(number)!
  session.transaction = transaction
  session.isClosing = true
  beginRollback(relations, desk, number, now)
  return number
}

/** The session has no transaction any more. */
export function leaveBehind(work: Work): number {
  const { session, relations, desk, host } = work
  dropViews({ relations }, session)
  const { name } = session
  const transaction = session.transaction!
  session.transaction = null
  return undoingSession({ relations, desk, now: host.now }, { name, transaction })
}

/** After a crash of its writer: a transaction without a session is undone by one. */
export function adoptInterrupted(where: Where, number: number): number {
  const { session: name } = where.relations.open.get(number)!
  return undoingSession(where, { name, transaction: { ...bare, number } })
}

const bare: SessionTransaction = {
  number: 0,
  isExplicit: true,
  isolation: 'repeatable read',
  isReadOnly: false,
  view: 0,
  statements: 0,
  isAborted: false,
  savepoints: [],
}

/** Numbers of transactions of a writer that a crash has left open, oldest first. */
export function leftOpenBy({ open }: Relations, origin: number): number[] {
  return [...open.values()]
    .filter(its => its.state === 'interrupted' && its.origin === origin)
    .map(({ number }) => number)
}
