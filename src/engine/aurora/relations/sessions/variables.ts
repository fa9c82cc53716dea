/** Variables of a session by their names, as `@@name`, `SHOW` and `current_setting` give them. */
import type { IsolationLevel } from '../../../contract/sql.ts'
import { foldName } from '../tables/foldName.ts'
import { editionOf, type SqlValue } from '../values/value.ts'
import type { Session } from './sessionTypes.ts'
import type { Work } from './work.ts'

const second = 1_000_000

export function isolationOf({ transaction, isolation }: Session): IsolationLevel {
  return transaction?.isolation ?? isolation
}

function mysqlLevel(level: IsolationLevel): string {
  return level.toUpperCase().replace(' ', '-')
}

/** PostgreSQL: milliseconds with their unit, the largest that fits. */
function timeText(micros: number): string {
  if (micros === 0) return '0'
  if (micros % second === 0) return `${micros / second}s`
  return `${Math.round(micros / 1000)}ms`
}

type Readers = Record<string, (work: Work) => SqlValue>

const mysqlReaders: Readers = {
  transaction_isolation: ({ session }) => mysqlLevel(session.isolation),
  tx_isolation: ({ session }) => mysqlLevel(session.isolation),
  transaction_read_only: ({ session }) => Number(session.isReadOnly),
  tx_read_only: ({ session }) => Number(session.isReadOnly),
  autocommit: ({ session }) => Number(session.autocommit),
  innodb_lock_wait_timeout: ({ session }) => Math.floor(session.lockWaitTimeout / second),
  innodb_rollback_on_timeout: ({ desk }) => Number(desk.settings.rollbackOnTimeout),
  innodb_deadlock_detect: () => 1,
  read_only: ({ host }) => Number(host.readPoint !== null || host.isReadOnly === true),
  foreign_key_checks: () => 1,
  auto_increment_increment: ({ host }) => host.autoIncrement?.increment ?? 1,
  auto_increment_offset: ({ host }) => host.autoIncrement?.offset ?? 1,
  aurora_mm_session_consistency_level: ({ session }) => session.consistency,
  innodb_read_only: ({ host }) => Number(host.readPoint !== null),
  last_insert_id: ({ session }) => session.lastInsertId,
  warning_count: ({ session }) => session.warnings.length,
  aurora_server_id: ({ host }) => host.instance,
}

const postgresqlReaders: Readers = {
  transaction_isolation: ({ session }) => isolationOf(session),
  default_transaction_isolation: ({ session }) => session.isolation,
  transaction_read_only: ({ session, host }) =>
    isOn(session.transaction?.isReadOnly === true || host.readPoint !== null),
  default_transaction_read_only: ({ session }) => isOn(session.isReadOnly),
  lock_timeout: ({ session }) => timeText(session.lockTimeout),
  deadlock_timeout: ({ session }) => timeText(session.deadlockTimeout),
  server_version: () => '16.4',
  in_hot_standby: ({ host }) => isOn(host.readPoint !== null),
}

function isOn(is: boolean): string {
  return is ? 'on' : 'off'
}

function readersOf({ relations }: Work): Readers {
  return editionOf(relations.dialect) === 'mysql' ? mysqlReaders : postgresqlReaders
}

/**
 * Releases before 8.0 know `tx_isolation`, which 8.0 gave up; one variable is there only where
 * several instances write.
 */
function isKnown({ relations, host }: Work, name: string): boolean {
  if (name === 'aurora_mm_session_consistency_level' && host.peers === undefined) return false
  return !(relations.dialect === 'mysql-8.0' && name.startsWith('tx_'))
}

/** Undefined: there is no variable of this name. */
export function variableOf(work: Work, name: string): SqlValue | undefined {
  const folded = foldName(name)
  const set = work.session.variables.get(folded)
  if (set !== undefined) return set
  const readers = readersOf(work)
  if (!Object.hasOwn(readers, folded) || !isKnown(work, folded)) return undefined
  return readers[folded]!(work)
}

/** Names and values of all variables, by name. */
export function allVariables(work: Work): [string, SqlValue][] {
  const names = new Set([...Object.keys(readersOf(work)), ...work.session.variables.keys()])
  const known = [...names].filter(name => isKnown(work, name))
  known.sort((one, other) => (one < other ? -1 : 1))
  return known.map(name => [name, variableOf(work, name) ?? null])
}

function timeOfDay(micros: number): string {
  const whole = Math.floor(micros / second)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const [hours, minutes, seconds] = parts.map(part => String(part).padStart(2, '0'))
  return `${hours}:${minutes}:${seconds}.${String(micros % second).padStart(6, '0')}`
}

type SessionReaders = Record<string, (work: Work) => SqlValue>

/** Model time has no date: instants are told as the time since the start (*assumption*). */
const functions: SessionReaders = {
  connection_id: ({ session }) => session.number,
  pg_backend_pid: ({ session }) => session.number,
  now: ({ host }) => timeOfDay(host.now),
  current_timestamp: ({ host }) => timeOfDay(host.now),
  clock_timestamp: ({ host }) => timeOfDay(host.now),
  current_user: () => 'admin',
  user: () => 'admin',
  session_user: () => 'admin',
  last_insert_id: ({ session }) => session.lastInsertId,
  lastval: ({ session }) => session.lastInsertId,
  row_count: ({ session }) => session.rowCount,
  txid_current: ({ session }) => session.transaction?.number ?? 0,
  pg_is_in_recovery: ({ host }) => host.readPoint !== null,
}

/** Undefined: there is no function of the session with this name. */
export function sessionFunction(work: Work, name: string): SqlValue | undefined {
  return Object.hasOwn(functions, name) ? functions[name]!(work) : undefined
}
