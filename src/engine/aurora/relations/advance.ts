/**
 * Going on with the statement of a session until it is answered or something is missing. Errors
 * undo what their edition undoes: MySQL the statement, after a deadlock the transaction; PostgreSQL
 * the transaction, which then waits for ROLLBACK, or everything since the last savepoint.
 */
import type { Dialect, SqlError } from '../../contract/sql.ts'
import type { Lsn } from '../../contract/units.ts'
import { refusalOf } from './errors/refusal.ts'
import { refuseFor, sqlError } from './errors/sqlError.ts'
import type { Answer, Outcome } from './execution.ts'
import { cancelWait, releaseAll, takeWoken as takeWokenLocks } from './locks/lockTable.ts'
import { mayCommit, noteEnd } from './locks/ssi/serializable.ts'
import { findCycle } from './locks/waitsFor.ts'
import type { Desk, Relations } from './relations.ts'
import { undoDownTo } from './rows/undoChanges.ts'
import { endWait, noteDeadlock, sessionOf, waitOn } from './sessions/acquire.ts'
import { type CommitEnd, endTransaction } from './sessions/endTransaction.ts'
import { dropStatementView, dropViews } from './sessions/views.ts'
import { fail } from './sessions/fail.ts'
import { syncFirst } from './sessions/syncFirst.ts'
import { beginRollback } from './sessions/sessions.ts'
import { numberOf, openOf, type Place, suspend, suspensionOf, type Work } from './sessions/work.ts'
import { defineFirst } from './statements/defineFirst.ts'
import { commitsFirst, runStatement } from './statements/runStatement.ts'
import { editionOf } from './values/value.ts'

export { beginRefused, beginStatement } from './sessions/sessions.ts'
export type { Place } from './sessions/work.ts'

function isMysql(dialect: Dialect): boolean {
  return editionOf(dialect) === 'mysql'
}

function workOf(place: Place, number: number): Work {
  const session = place.desk.sessions.get(number)!
  return { ...place, session, running: session.running! }
}

/** Goes on with the statement of a session, which must have one under way. */
export function advance(place: Place, number: number): Outcome {
  return attempt(workOf(place, number))
}

function attempt(work: Work): Outcome {
  for (;;) {
    try {
      return goOn(work)
    } catch (thrown) {
      const outcome = suspensionOf(thrown)
      if (outcome !== null) return outcome
      const error = refusalOf(thrown)
      if (error === null) throw thrown
      fail(work, error)
    }
  }
}

function goOn(work: Work): Outcome {
  const { running } = work
  if (running.phase === 'run') runOn(work)
  if (running.phase === 'undoing') undoOn(work)
  return end(work)
}

function runOn(work: Work): void {
  const { running, session, desk } = work
  if (session.doom !== null) refuseDoomed(work)
  if (desk.locks.waits.has(numberOf(work))) waitOn(work)
  endWait(work, 'granted')
  if (running.answer === null && !running.hasEntered && commitsFirst(work)) {
    running.phase = 'ending'
    running.endsTransaction = true
    return
  }
  syncFirst(work)
  defineFirst(work)
  const answer = runStatement(work)
  running.answer = answer
  if (running.phase === 'run') running.phase = 'ending'
}

/** Somebody has decided that the statement fails: found in a deadlock, timed out, in the way. */
function refuseDoomed(work: Work): never {
  const { session } = work
  const error = session.doom!
  session.doom = null
  const outcomes = { deadlock: 'deadlock', lockTimeout: 'timeout' } as const
  const kind = error.kind as keyof typeof outcomes
  endWait(work, outcomes[kind] ?? 'cancelled')
  throw Object.assign(new Error(error.message), { sqlError: error })
}

function undoOn(work: Work): void {
  const { running, relations, desk, host } = work
  const open = openOf(work)
  if (open !== null) undoDownTo({ relations, desk, now: host.now, host }, open, running.undoTo)
  running.phase = 'ending'
}

/** What the statement came to, with the error that it may have ended in. */
function finalAnswer({ running }: Work): Answer {
  const { error, answer, rowsPaid, staleMicros } = running
  const visited = Math.max(0, Math.max(running.visited, answer?.visited ?? 0) - rowsPaid)
  if (error !== null) return { status: 'error', error, visited }
  return { ...answer!, visited, ...(staleMicros === undefined ? {} : { staleMicros }) }
}

function end(work: Work): Outcome {
  const { session, running } = work
  const { transaction } = session
  if (transaction === null) return answered(work)
  const isOver = running.endsTransaction || !transaction.isExplicit
  if (!isOver) {
    letGo(work)
    if (running.restarts) restart(work)
    return answered(work)
  }
  const isUndone = running.error !== null || running.statement.kind === 'rollback'
  if (running.isAbandoned === true) return endUndone(work)
  if (isUndone || transaction.isAborted) return endUndone(work)
  return commitNow(work)
}

function endUndone(work: Work): Outcome {
  const open = openOf(work)
  if (open !== null && open.changes.length > 0) {
    work.running.undoTo = 0
    undoOn(work)
  }
  endTransaction(work, work.session, false)
  return answered(work)
}

function commitNow(work: Work): Outcome {
  const { desk, relations, session } = work
  const open = openOf(work)
  if (open === null || open.changes.length === 0) {
    endTransaction(work, session, true)
    return afterCommit(work)
  }
  const isAllowed = open.state === 'committing' || mayCommit(desk.ssi, open.number)
  if (!isAllowed) refuseFor(relations.dialect, 'readWriteDependencies')
  open.state = 'committing'
  return suspend({ state: 'commit' })
}

/** An implicit commit is followed by the statement that caused it. */
function afterCommit(work: Work): Outcome {
  const { running } = work
  if (running.answer !== null) return answered(work)
  running.phase = 'run'
  running.endsTransaction = false
  return attempt(work)
}

function answered(work: Work): Outcome {
  const { session, running, desk } = work
  const answer = finalAnswer(work)
  dropStatementView(work, session)
  session.rowCount = answer.affected ?? (answer.rows === undefined ? 0 : -1)
  session.lastError = running.error
  session.running = null
  session.since = work.host.now
  if (session.isClosing && session.transaction !== null) return rollBackLost(work)
  if (session.isClosing) desk.sessions.delete(session.number)
  return { state: 'answered', answer }
}

/** The client was lost while the statement was ending: its transaction is still open. */
function rollBackLost({ relations, desk, host, session }: Work): Outcome {
  beginRollback(relations, desk, session.number, host.now)
  return attempt(workOf({ relations, desk, host }, session.number))
}

/** PostgreSQL: a failed transaction holds nothing any more, unless a savepoint can save it. */
function letGo(work: Work): void {
  const { session, desk, relations, running } = work
  const { transaction } = session
  if (running.error === null || isMysql(relations.dialect) || !transaction?.isAborted) return
  if (transaction.savepoints.length > 0) return
  noteEnd(desk.ssi, transaction.number, false)
  dropViews(work, session)
  releaseAll(desk.locks, transaction.number)
}

/** What it has locked and seen is forgotten; it is still open, and has no number yet. */
function restart(work: Work): void {
  const transaction = work.session.transaction!
  endTransaction(work, work.session, false)
  work.session.transaction = { ...transaction, number: 0, view: 0 }
}

/** The commit record is durable: the transaction is over, the statement goes on or is answered. */
export function endCommit(place: Place, number: number, end: CommitEnd): Outcome {
  const work = workOf(place, number)
  endTransaction(work, work.session, true, end)
  return afterCommit(work)
}

/** The commit record is written: from now on a crash decides by whether it is durable. */
export function noteCommitRecord({ open }: Relations, transaction: number, lsn: Lsn): void {
  const its = open.get(transaction)
  if (its !== undefined) its.commitLsn = lsn
}

/** Ends the wait of a session with an error. */
export function cancelStatement(place: Place, number: number, error: SqlError): Outcome {
  const work = workOf(place, number)
  cancelWait(place.desk.locks, numberOf(work))
  work.session.doom = error
  return attempt(work)
}

/** Several writers: what it has proposed was refused, its commit record too if that was it. */
export function failStatement(place: Place, number: number, error: SqlError): Outcome {
  const work = workOf(place, number)
  const open = openOf(work)
  if (open?.state === 'committing') open.state = 'active'
  fail(work, error)
  return attempt(work)
}

/** PostgreSQL, after `deadlock_timeout`: null = there is no deadlock, it waits on. */
export function lookForDeadlock(place: Place, number: number): Outcome | null {
  const work = workOf(place, number)
  const own = numberOf(work)
  const cycle = findCycle(place.desk.locks, own)
  if (cycle === null) return null
  noteDeadlock(place, cycle, own)
  return cancelStatement(place, number, sqlError(place.relations.dialect, 'deadlock'))
}

export function giveUpWaiting(place: Place, number: number): Outcome {
  const work = workOf(place, number)
  const { host, session, running } = work
  host.tell('LockWaitTimedOut', {
    instance: host.instance,
    session: session.name,
    transaction: numberOf(work),
    waitedMicros: host.now - (running.wait?.since ?? host.now),
  })
  return cancelStatement(place, number, sqlError(place.relations.dialect, 'lockTimeout'))
}

/** The host has carried out a fault statement. */
export function answerInjection(place: Place, number: number, answer: Answer): Outcome {
  const work = workOf(place, number)
  if (answer.status === 'error') work.running.error = answer.error ?? null
  work.running.answer = answer
  work.running.phase = 'ending'
  return attempt(work)
}

/** Sessions that can go on, in order; each is to be advanced. */
export function takeWoken(desk: Desk): number[] {
  const called = desk.called
  desk.called = []
  for (const transaction of takeWokenLocks(desk.locks)) {
    const session = sessionOf(desk, transaction)
    if (session?.running?.phase === 'run') called.push(session.number)
  }
  return [...new Set(called)]
}
