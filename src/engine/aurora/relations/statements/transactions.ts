/** BEGIN, COMMIT, ROLLBACK and savepoints. */
import type { Statement } from '../../../contract/statement.ts'
import type { Answer } from '../execution.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { newTransaction } from '../sessions/sessions.ts'
import type { Savepoint, SessionTransaction } from '../sessions/sessionTypes.ts'
import { openOf, type Work } from '../sessions/work.ts'
import { viewOf } from '../sessions/views.ts'
import { foldName } from '../tables/foldName.ts'
import { releaseSince } from '../locks/lockTable.ts'
import { editionOf } from '../values/value.ts'

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>

export const done: Answer = Object.freeze({ status: 'ok', visited: 0 })

function isMysql({ relations }: Work): boolean {
  return editionOf(relations.dialect) === 'mysql'
}

export function warn({ session }: Work, code: number | string, message: string): void {
  session.warnings.push({ level: 'WARNING', code, message })
}

export function setCharacter(
  work: Work,
  transaction: SessionTransaction,
  { isolation, isReadOnly }: Pick<Of<'setIsolation'>, 'isolation' | 'isReadOnly'>,
): void {
  if (isolation !== null) transaction.isolation = levelFor(work, isolation)
  if (isReadOnly !== null) transaction.isReadOnly = isReadOnly
}

/**
 * READ UNCOMMITTED of PostgreSQL behaves as READ COMMITTED, and keeps its name. With several
 * writers there is no SERIALIZABLE (I49).
 */
export function levelFor(work: Work, level: NonNullable<Of<'begin'>['isolation']>) {
  const { host, relations } = work
  const isReader = host.readPoint !== null
  if (isReader && !isMysql(work) && level === 'serializable') {
    refuseFor(relations.dialect, 'serializableAtReader')
  }
  if (host.peers !== undefined && level === 'serializable') {
    const what = 'SERIALIZABLE in a Multi-Master cluster'
    refuseFor(relations.dialect, 'notWithSeveralWriters', { what })
  }
  return level
}

export function begin(work: Work, statement: Of<'begin'>): Answer {
  const { session } = work
  if (session.transaction?.isExplicit) {
    warn(work, '25001', 'there is already a transaction in progress')
    return done
  }
  const transaction = newTransaction(session, true)
  work.host.history?.opened(session.name)
  setCharacter(work, transaction, statement)
  if (isMysql(work) && work.host.readPoint !== null) transaction.isolation = 'repeatable read'
  if (statement.hasSnapshot && transaction.isolation === 'repeatable read') viewOf(work)
  return done
}

/** Ends the transaction with this statement, by undoing it if it has failed. */
export function commit(work: Work): Answer {
  const { session, running } = work
  const { transaction } = session
  if (!isMysql(work) && (transaction === null || !transaction.isExplicit)) {
    warn(work, '25P01', 'there is no transaction in progress')
  }
  running.endsTransaction = true
  return done
}

/** Undoing is done by whoever ends the statement. */
export function rollback(work: Work): Answer {
  const { session, running } = work
  if (!isMysql(work) && !session.isClosing && !session.transaction?.isExplicit) {
    warn(work, '25P01', 'there is no transaction in progress')
  }
  running.endsTransaction = true
  running.phase = 'undoing'
  running.undoTo = 0
  return done
}

/** The session's transaction, in which savepoints mean something. */
function blockOf(work: Work, command: string): SessionTransaction | null {
  const { transaction } = work.session
  if (transaction?.isExplicit) return transaction
  if (isMysql(work)) return null
  return refuseFor(work.relations.dialect, 'noTransactionBlock', { command })
}

function placeOf({ savepoints }: SessionTransaction, name: string): number {
  const wanted = foldName(name)
  return savepoints.map(savepoint => savepoint.name).lastIndexOf(wanted)
}

/** MySQL forgets the older savepoint of the same name, PostgreSQL keeps it behind the new one. */
export function savepoint(work: Work, { name }: Of<'savepoint'>): Answer {
  const transaction = blockOf(work, 'SAVEPOINT')
  if (transaction === null) return done
  const old = placeOf(transaction, name.name)
  if (isMysql(work) && old >= 0) transaction.savepoints.splice(old, 1)
  transaction.savepoints.push({
    name: foldName(name.name),
    changes: openOf(work)?.changes.length ?? 0,
    lock: work.desk.locks.lastNumber,
    isFirst: transaction.number === 0,
  })
  return done
}

function savepointOf(work: Work, name: string, command: string): [SessionTransaction, number] {
  const transaction = blockOf(work, command)
  const at = transaction === null ? -1 : placeOf(transaction, name)
  if (transaction !== null && at >= 0) return [transaction, at]
  return refuseFor(work.relations.dialect, 'unknownSavepoint', { name })
}

/**
 * InnoDB keeps the locks of what is undone, unless nothing stood before the savepoint; PostgreSQL
 * lets them go.
 */
export function rollbackTo(work: Work, { name }: Of<'rollbackTo'>): Answer {
  const [transaction, at] = savepointOf(work, name.name, 'ROLLBACK TO SAVEPOINT')
  const target: Savepoint = transaction.savepoints[at]!
  transaction.savepoints.length = at + 1
  transaction.isAborted = false
  work.running.phase = 'undoing'
  work.running.undoTo = target.changes
  work.running.restarts = isMysql(work) && target.isFirst
  if (!isMysql(work)) releaseSince(work.desk.locks, transaction.number, target.lock)
  return done
}

export function release(work: Work, { name }: Of<'release'>): Answer {
  const [transaction, at] = savepointOf(work, name.name, 'RELEASE SAVEPOINT')
  transaction.savepoints.length = at
  return done
}
