/** Which code runs which statement, and what has to be so before it runs. */
import type { Statement } from '../../../contract/statement.ts'
import type { Answer } from '../execution.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { newTransaction } from '../sessions/sessions.ts'
import { numbered, suspend, type Work } from '../sessions/work.ts'
import { viewOf } from '../sessions/views.ts'
import { editionOf } from '../values/value.ts'
import { callProcedure } from './callProcedure.ts'
import { changeRows } from './changeRows.ts'
import { define, isDefinition } from './definitions.ts'
import { insertRows } from './insertRows.ts'
import { lockWholeTable } from './lockWholeTable.ts'
import { resultColumn } from './resultColumn.ts'
import { selectRows } from './selectRows.ts'
import { setIsolation, setVariable } from './settings.ts'
import { show } from './show.ts'
import { temporaryTable } from './temporaryTables.ts'
import { begin, commit, done, release, rollback, rollbackTo, savepoint } from './transactions.ts'

function isMysql({ relations }: Work): boolean {
  return editionOf(relations.dialect) === 'mysql'
}

/** MySQL commits what is open before these. */
export function commitsFirst(work: Work): boolean {
  const { kind } = work.running.statement
  const { transaction } = work.session
  if (!isMysql(work) || transaction === null) return false
  if (kind === 'begin') return true
  if (kind === 'setVariable') return turnsAutocommitOn(work)
  return (
    isDefinition(work.running.statement) && transaction.statements > 0 && transaction.isExplicit
  )
}

function turnsAutocommitOn({ running, session }: Work): boolean {
  const { statement } = running
  if (statement.kind !== 'setVariable' || session.autocommit) return false
  const { name, value } = statement
  return name.toLowerCase() === 'autocommit' && value.kind === 'literal' && isOne(value.literal)
}

function isOne(literal: { kind: string; value?: unknown }): boolean {
  return literal.value === 1 || literal.value === true
}

const writing = new Set<Statement['kind']>(['insert', 'update', 'delete'])

function command({ kind }: Statement): string {
  const words = kind.replace(/[A-Z]/g, letter => ` ${letter}`).toUpperCase()
  return /^(add|drop)(Column|ForeignKey)$/.test(kind) ? 'ALTER TABLE' : words
}

function locksRows(statement: Statement): boolean {
  return statement.kind === 'select' && statement.locking !== null
}

/**
 * A reader writes nothing, and PostgreSQL's locks no row either; nor does a writer told so.
 */
function refuseAtReader(work: Work): void {
  const { statement } = work.running
  if (work.host.readPoint === null && work.host.isReadOnly !== true) return
  const isTemporary = statement.kind === 'temporaryTable' && !isMysql(work)
  const isChange = writing.has(statement.kind) || isDefinition(statement) || isTemporary
  if (!isChange && !(locksRows(statement) && !isMysql(work))) return
  const what = locksRows(statement) ? 'SELECT FOR UPDATE' : command(statement)
  refuseFor(work.relations.dialect, 'readOnlyInstance', { command: what })
}

function refuseInReadOnly(work: Work): void {
  const { statement } = work.running
  const isChange = writing.has(statement.kind) || isDefinition(statement)
  const isReadOnly = work.session.transaction?.isReadOnly === true
  if (!isReadOnly || !isChange) return
  refuseFor(work.relations.dialect, 'readOnlyTransaction', { command: command(statement) })
}

const outside = new Set<Statement['kind']>([
  'begin',
  'commit',
  'rollback',
  'savepoint',
  'rollbackTo',
  'release',
  'setIsolation',
  'setVariable',
  'show',
  'use',
  'call',
  'injectFault',
  'temporaryTable',
])

/** Subqueries ask for a number of their own when they come to a table. */
function touchesTables(statement: Statement): boolean {
  return statement.kind !== 'sleep' && (statement.kind !== 'select' || statement.from !== null)
}

/** The transaction that a statement runs in begins with it, unless one is open. */
function enter(work: Work): void {
  const { session, running, host } = work
  if (outside.has(running.statement.kind) || running.hasEntered) return
  const transaction = session.transaction ?? newTransaction(session, !session.autocommit)
  const isReader = isMysql(work) && host.readPoint !== null
  if (isReader) transaction.isolation = 'repeatable read'
  transaction.statements++
  running.hasEntered = true
  if (touchesTables(running.statement)) numbered(work)
  const needsView = !isMysql(work) && running.statement.kind !== 'lockTable'
  if (needsView) viewOf(work)
}

/** PostgreSQL: after an error only the end of the transaction is taken. */
function refuseAborted({ session, running, relations }: Work): void {
  const { kind } = running.statement
  const isEnd = kind === 'rollback' || kind === 'commit' || kind === 'rollbackTo'
  if (session.transaction?.isAborted && !isEnd) refuseFor(relations.dialect, 'transactionAborted')
}

function sleep(work: Work, seconds: string): Answer {
  const { running, host } = work
  if (running.sleepUntil === 0) {
    running.sleepUntil = host.now + Math.round(Number(seconds) * 1_000_000)
  }
  if (host.now < running.sleepUntil) {
    suspend({ state: 'sleep', for: running.sleepUntil - host.now })
  }
  const value = isMysql(work) ? 0 : ''
  const columns = [isMysql(work) ? resultColumn(running.text) : 'pg_sleep']
  return { status: 'ok', columns, rows: [[value]], visited: 0 }
}

function run(work: Work, statement: Statement): Answer {
  switch (statement.kind) {
    case 'select':
      return selectRows(work, statement)
    case 'insert':
      return insertRows(work, statement)
    case 'update':
    case 'delete':
      return changeRows(work, statement)
    case 'begin':
      return begin(work, statement)
    case 'commit':
      return commit(work)
    case 'rollback':
      return rollback(work)
    case 'savepoint':
      return savepoint(work, statement)
    case 'rollbackTo':
      return rollbackTo(work, statement)
    case 'release':
      return release(work, statement)
    case 'setIsolation':
      return setIsolation(work, statement)
    case 'setVariable':
      return setVariable(work, statement)
    case 'show':
      return show(work, statement.subject)
    case 'sleep':
      return sleep(work, statement.seconds)
    case 'injectFault':
      return suspend({ state: 'inject', text: statement.text })
    case 'use':
      return done
    case 'call':
      return callProcedure(work, statement)
    case 'lockTable':
      return lockWholeTable(work, statement)
    case 'temporaryTable':
      return temporaryTable(work, statement)
    default:
      return define(work, statement)
  }
}

/** Gives the answer, or stops, or refuses. */
export function runStatement(work: Work): Answer {
  refuseAborted(work)
  refuseAtReader(work)
  refuseInReadOnly(work)
  enter(work)
  return run(work, work.running.statement)
}
