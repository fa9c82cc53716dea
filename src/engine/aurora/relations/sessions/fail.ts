/**
 * What an error makes of a statement and its transaction: MySQL undoes the statement, after a
 * deadlock or a lost race between writers the transaction; PostgreSQL the transaction, or all since
 * the last savepoint.
 */
import type { SqlError } from '../../../contract/sql.ts'
import { sqlError } from '../errors/sqlError.ts'
import { cancelWait, releaseSince } from '../locks/lockTable.ts'
import { editionOf } from '../values/value.ts'
import { endWait } from './acquire.ts'
import { leaveBehind } from './leaveBehind.ts'
import { numberOf, openOf, type Work } from './work.ts'

/** The error is known; what has to be undone is undone as the log has room. */
export function fail(work: Work, error: SqlError): void {
  const { running, session, relations, desk } = work
  cancelWait(desk.locks, numberOf(work))
  endWait(work, error.kind === 'deadlock' ? 'deadlock' : 'cancelled')
  tellFailure(work, error)
  running.error = error
  running.answer = null
  running.phase = 'undoing'
  if (session.transaction === null) running.phase = 'ending'
  else if (editionOf(relations.dialect) === 'mysql') failMysql(work, error)
  else failPostgresql(work)
}

function tellFailure(work: Work, error: SqlError): void {
  const { host, session, relations } = work
  const dependencies = sqlError(relations.dialect, 'readWriteDependencies')
  if (editionOf(relations.dialect) === 'mysql' || error.message !== dependencies.message) return
  host.tell('SerializationFailed', {
    instance: host.instance,
    session: session.name,
    transaction: numberOf(work),
    because: 'dependencies',
  })
}

function failMysql(work: Work, { kind }: SqlError): void {
  const { running, desk } = work
  const isTimeout = kind === 'lockTimeout' && desk.settings.rollbackOnTimeout
  const undoesAll = kind === 'deadlock' || kind === 'writeConflict' || isTimeout
  running.undoTo = undoesAll ? 0 : running.firstChange
  running.endsTransaction = undoesAll
  if (undoesAll) undoBehind(work)
}

/** C5: with several writers the client need not wait for that. */
function undoBehind(work: Work): void {
  const { running, host } = work
  const isWorthIt = (openOf(work)?.changes.length ?? 0) > 0
  if (host.peers?.undoesBehind !== true || !isWorthIt) return
  running.phase = 'ending'
  host.peers.leftBehind(leaveBehind(work))
}

function failPostgresql(work: Work): void {
  const { session, running, desk } = work
  const transaction = session.transaction!
  const isEnd = running.statement.kind === 'commit'
  const savepoint = isEnd ? undefined : transaction.savepoints.at(-1)
  running.undoTo = savepoint?.changes ?? 0
  running.endsTransaction = isEnd || !transaction.isExplicit
  transaction.isAborted = transaction.isExplicit
  if (savepoint !== undefined) releaseSince(desk.locks, transaction.number, savepoint.lock)
}
