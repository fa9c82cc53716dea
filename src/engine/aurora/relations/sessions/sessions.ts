/** Opening and closing sessions at an instance, and beginning their transactions. */
import type { IsolationLevel, SqlError } from '../../../contract/sql.ts'
import type { Statement } from '../../../contract/statement.ts'
import type { Micros } from '../../../contract/units.ts'
import { cancelWait } from '../locks/lockTable.ts'
import type { Desk, Relations } from '../relations.ts'
import { editionOf } from '../values/value.ts'
import type { Running, Session, SessionTransaction } from './sessionTypes.ts'

export interface SessionOptions {
  /** Default: REPEATABLE READ in MySQL, READ COMMITTED in PostgreSQL. */
  isolation?: IsolationLevel | undefined
  now: Micros
}

function usualIsolation({ dialect }: Relations): IsolationLevel {
  return editionOf(dialect) === 'mysql' ? 'repeatable read' : 'read committed'
}

/** A number for the session; names are for people. */
export function openSession(
  relations: Relations,
  desk: Desk,
  name: string,
  { isolation, now }: SessionOptions,
): number {
  const number = ++desk.lastSession
  desk.sessions.set(number, {
    number,
    name,
    isolation: isolation ?? usualIsolation(relations),
    isReadOnly: false,
    nextIsolation: null,
    nextReadOnly: null,
    autocommit: true,
    transaction: null,
    running: null,
    doom: null,
    lockWaitTimeout: desk.settings.lockWaitTimeout,
    lockTimeout: desk.settings.lockTimeout,
    deadlockTimeout: desk.settings.deadlockTimeout,
    variables: new Map(),
    consistency: 'INSTANCE_RAW',
    lastInsertId: 0,
    rowCount: 0,
    warnings: [],
    lastError: null,
    lastText: '',
    since: now,
    isClosing: false,
  })
  return number
}

export function newTransaction(session: Session, isExplicit: boolean): SessionTransaction {
  const transaction: SessionTransaction = {
    number: 0,
    isExplicit,
    isolation: session.nextIsolation ?? session.isolation,
    isReadOnly: session.nextReadOnly ?? session.isReadOnly,
    view: 0,
    statements: 0,
    isAborted: false,
    savepoints: [],
  }
  session.nextIsolation = null
  session.nextReadOnly = null
  session.transaction = transaction
  return transaction
}

export interface Submitted {
  statement: Statement
  text: string
  now: Micros
}

export function newRunning({ statement, text, now }: Submitted): Running {
  return {
    statement,
    text,
    phase: 'run',
    isChecked: false,
    hasEntered: false,
    since: now,
    firstChange: 0,
    firstLock: 0,
    view: 0,
    cursor: null,
    stage: 'visit',
    rows: [],
    keys: [],
    next: 0,
    pending: null,
    affected: 0,
    visited: 0,
    rowsPaid: 0,
    rowsSinceBreath: 0,
    returned: [],
    firstNumber: 0,
    numbers: null,
    checks: [],
    subanswers: new Map(),
    wait: null,
    sleepUntil: 0,
    answer: null,
    error: null,
    undoTo: 0,
    endsTransaction: false,
    restarts: false,
  }
}

/** The session must have no statement under way. */
export function beginStatement(
  relations: Relations,
  desk: Desk,
  number: number,
  submitted: Submitted,
): void {
  const session = desk.sessions.get(number)!
  const running = newRunning(submitted)
  const open = relations.open.get(session.transaction?.number ?? 0)
  running.firstChange = open?.changes.length ?? 0
  running.firstLock = desk.locks.lastNumber
  session.running = running
  session.lastText = submitted.text
  if (submitted.statement.kind !== 'show') session.warnings = []
  session.since = submitted.now
}

const refused: Statement = Object.freeze({ kind: 'use', at: 0, name: { name: '', at: 0 } })

/** A text that the parser has refused: it fails when the instance comes to it. */
export function beginRefused(
  relations: Relations,
  desk: Desk,
  number: number,
  { text, error, now }: { text: string; error: SqlError; now: Micros },
): void {
  beginStatement(relations, desk, number, { statement: refused, text, now })
  desk.sessions.get(number)!.doom = error
}

/** What the session of a lost client does: its transaction goes back. */
export function beginRollback(relations: Relations, desk: Desk, number: number, now: Micros): void {
  beginStatement(relations, desk, number, { statement: rollback, text: '', now })
}

const rollback: Statement = Object.freeze({ kind: 'rollback', at: 0 })

/**
 * The client is lost: what it had open is rolled back. True: go on with `advance` until it is
 * answered, then the session is gone; false: it is gone at once. A commit under way goes on.
 */
export function closeSession(relations: Relations, desk: Desk, number: number): boolean {
  const session = desk.sessions.get(number)
  if (session === undefined) return false
  session.isClosing = true
  const { running, transaction } = session
  if (running !== null && running.phase !== 'run') return true
  if (transaction === null && running === null) {
    desk.sessions.delete(number)
    return false
  }
  if (transaction !== null) cancelWait(desk.locks, transaction.number)
  const view = running?.view ?? 0
  if (view !== 0) relations.views.delete(view)
  beginRollback(relations, desk, number, session.since)
  return true
}
