/** SET: isolation levels, and variables of the session. */
import type { Expression, Statement } from '../../../contract/statement.ts'
import type { Answer } from '../execution.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { evaluate } from '../expressions/evaluate.ts'
import type { Work } from '../sessions/work.ts'
import { foldName } from '../tables/foldName.ts'
import { editionOf, type SqlValue, textOf } from '../values/value.ts'
import { createScope } from './queryScope.ts'
import { done, levelFor, setCharacter, warn } from './transactions.ts'
import { variableOf } from '../sessions/variables.ts'
import type { IsolationLevel } from '../../../contract/sql.ts'

type SetIsolation = Extract<Statement, { kind: 'setIsolation' }>
type SetVariable = Extract<Statement, { kind: 'setVariable' }>

const second = 1_000_000

function isMysql({ relations }: Work): boolean {
  return editionOf(relations.dialect) === 'mysql'
}

/** Readers of Aurora MySQL take the statement and stay at REPEATABLE READ. */
function isIgnored(work: Work): boolean {
  return isMysql(work) && work.host.readPoint !== null
}

function setSession(work: Work, { isolation, isReadOnly }: SetIsolation): Answer {
  const { session } = work
  if (isolation !== null && !isIgnored(work)) session.isolation = levelFor(work, isolation)
  if (isReadOnly !== null) session.isReadOnly = isReadOnly
  return done
}

function setNext(work: Work, { isolation, isReadOnly }: SetIsolation): Answer {
  const { session, relations } = work
  if (session.transaction?.isExplicit) refuseFor(relations.dialect, 'isolationTooLate')
  if (isolation !== null && !isIgnored(work)) session.nextIsolation = levelFor(work, isolation)
  if (isReadOnly !== null) session.nextReadOnly = isReadOnly
  return done
}

/** PostgreSQL: of the transaction that is open, before its first query. */
function setPresent(work: Work, statement: SetIsolation): Answer {
  const { session, relations } = work
  const { transaction } = session
  if (!transaction?.isExplicit) {
    warn(work, '25P01', 'SET TRANSACTION can only be used in transaction blocks')
    return done
  }
  const isLate = transaction.statements > 0
  const changes = statement.isolation !== null && statement.isolation !== transaction.isolation
  if (isLate && changes) refuseFor(relations.dialect, 'isolationTooLate')
  if (isLate && statement.isReadOnly === false) refuseFor(relations.dialect, 'readWriteTooLate')
  setCharacter(work, transaction, statement)
  return done
}

export function setIsolation(work: Work, statement: SetIsolation): Answer {
  if (statement.scope !== 'next') return setSession(work, statement)
  return isMysql(work) ? setNext(work, statement) : setPresent(work, statement)
}

/** A bare word is the text of a value, as ON. */
function valueOf(work: Work, expression: Expression): SqlValue {
  if (expression.kind === 'column') return expression.name
  return evaluate(expression, createScope(work, { name: null, columns: [] }))
}

function refuseValue({ relations }: Work, { name, value }: SetVariable, given: SqlValue): never {
  const parameters = { name, value: given === null ? 'NULL' : textOf(given) }
  return refuseFor(relations.dialect, 'wrongVariableValue', parameters, value.at)
}

function truthOf(work: Work, statement: SetVariable, value: SqlValue): boolean {
  const word = value === null ? '' : textOf(value).toLowerCase()
  if (['1', 'on', 'true', 'yes'].includes(word)) return true
  if (['0', 'off', 'false', 'no'].includes(word)) return false
  return refuseValue(work, statement, value)
}

function levelOf(work: Work, statement: SetVariable, value: SqlValue): IsolationLevel {
  const word = value === null ? '' : textOf(value).toLowerCase().replace(/[-_]/g, ' ')
  const levels: IsolationLevel[] = [
    'read uncommitted',
    'read committed',
    'repeatable read',
    'serializable',
  ]
  return levels.find(level => level === word) ?? refuseValue(work, statement, value)
}

const units: Record<string, number> = { us: 1, ms: 1000, s: second, min: 60 * second }

/** PostgreSQL: milliseconds, or a number with its unit. */
function timeOf(work: Work, statement: SetVariable, value: SqlValue): number {
  const [, number, unit] =
    /^(\d+)\s*(us|ms|s|min)?$/.exec(value === null ? '' : textOf(value)) ?? []
  if (number === undefined) return refuseValue(work, statement, value)
  return Number(number) * units[unit ?? 'ms']!
}

function secondsOf(work: Work, statement: SetVariable, value: SqlValue): number {
  if (typeof value !== 'number' || value < 1) return refuseValue(work, statement, value)
  return value * second
}

type Setter = (work: Work, statement: SetVariable, value: SqlValue) => void

function setLevel(work: Work, statement: SetVariable, value: SqlValue): void {
  const isolation = levelOf(work, statement, value)
  setSession(work, { kind: 'setIsolation', at: 0, scope: 'session', isolation, isReadOnly: null })
}

function setReadOnly(work: Work, statement: SetVariable, value: SqlValue): void {
  work.session.isReadOnly = truthOf(work, statement, value)
}

/** Only with several writers; the mode stays for the length of a transaction (I49). */
function setConsistency(work: Work, statement: SetVariable, value: SqlValue): void {
  const { session, relations, host } = work
  const name = statement.name.toLowerCase()
  if (host.peers === undefined) refuseFor(relations.dialect, 'unknownVariable', { name })
  if (session.transaction?.isExplicit) refuseFor(relations.dialect, 'consistencyTooLate', { name })
  const level = value === null ? '' : textOf(value).toUpperCase()
  if (level !== 'INSTANCE_RAW' && level !== 'REGIONAL_RAW') refuseValue(work, statement, value)
  else session.consistency = level
}

const mysqlSetters: Record<string, Setter> = {
  aurora_mm_session_consistency_level: setConsistency,
  foreign_key_checks: (work, statement, value) => {
    const isOn = truthOf(work, statement, value)
    work.session.variables.set('foreign_key_checks', Number(isOn))
  },
  autocommit: (work, statement, value) => {
    work.session.autocommit = truthOf(work, statement, value)
  },
  innodb_lock_wait_timeout: (work, statement, value) => {
    work.session.lockWaitTimeout = secondsOf(work, statement, value)
  },
  transaction_isolation: setLevel,
  tx_isolation: setLevel,
  transaction_read_only: setReadOnly,
  tx_read_only: setReadOnly,
}

const postgresqlSetters: Record<string, Setter> = {
  lock_timeout: (work, statement, value) => {
    work.session.lockTimeout = timeOf(work, statement, value)
  },
  deadlock_timeout: (work, statement, value) => {
    work.session.deadlockTimeout = timeOf(work, statement, value)
  },
  default_transaction_isolation: setLevel,
  default_transaction_read_only: setReadOnly,
  transaction_isolation: (work, statement, value) => {
    const isolation = levelOf(work, statement, value)
    setPresent(work, { kind: 'setIsolation', at: 0, scope: 'next', isolation, isReadOnly: null })
  },
}

/** Those that change nothing here, but that clients set. */
const idle = /^(sql_mode|names|character_set_\w+|time_zone|client_encoding|application_name)$/

/** A variable that is known but not set here is read only; user variables (`@x`) are kept. */
export function setVariable(work: Work, statement: SetVariable): Answer {
  const name = foldName(statement.name)
  const value = valueOf(work, statement.value)
  const setters = isMysql(work) ? mysqlSetters : postgresqlSetters
  if (Object.hasOwn(setters, name)) setters[name]!(work, statement, value)
  else if (idle.test(name) || name.startsWith('@')) work.session.variables.set(name, value)
  else {
    const cause = variableOf(work, name) === undefined ? 'unknownVariable' : 'readOnlyVariable'
    refuseFor(work.relations.dialect, cause, { name: statement.name }, statement.at)
  }
  return done
}
