/**
 * What a refusal of the database means, for somebody who meets it the first time: what happened,
 * what became of the transaction, what to do. By the edition's code; else by kind (Formats §0).
 */
import type { ConflictCause, RefusalKind } from '../engine/contract/refusals.ts'
import type { SqlError } from '../engine/contract/sql.ts'
import type { Sentences } from './template.ts'

const deadlock =
  'Each waited for a lock that another one held, so none could go on. One was chosen to give way: '

const serialization =
  'This transaction and another one could not both have run alone, one after the other. ' +
  'It has to be rolled back; run all of it again.'

const kinds: Record<RefusalKind, string> = {
  deadlock: `${deadlock}its whole transaction is rolled back. Run it again.`,
  serializationFailure: serialization,
  writeConflict:
    'Another writer changed the page first. The whole transaction is rolled back; run it again.',
  lockTimeout: 'It waited too long for a lock that another session holds, and gave up.',
  readOnly: 'Nothing can be changed here: changes go to the writer.',
  connectionLost:
    'The connection broke. A transaction that was open is rolled back. ' +
    'Of a COMMIT without an answer nobody here knows whether it was done.',
  syntax: 'The text is not SQL that this edition can read. Nothing was done.',
  unsupported: 'The playground does not do this. Nothing was done.',
  constraint: 'A row would have broken a rule of its table. The statement changed nothing.',
  noQuorum: 'The storage cannot answer now: too few copies are within reach.',
}

const ofKinds = Object.fromEntries(
  Object.entries(kinds).map(([kind, text]) => [`sql.meaning.kind.${kind}`, text]),
)

type Explained = Pick<SqlError, 'code' | 'kind' | 'message' | 'cause'>

const again = 'The whole transaction is rolled back; run it again.'

/** MySQL gives the same code for all of them, and for a deadlock inside one writer. */
const ofConflicts: Record<ConflictCause, string> = {
  inFlight: `Storage was just taking another writer's change of the same page. ${again}`,
  staleBase:
    'Another writer had changed the same page, and the change had not come here yet: ' +
    `this one was built on an old version. ${again}`,
  noWinner: `Too few copies said yes to any change of the page, so everybody lost. ${again}`,
  rowOwned:
    `A transaction of another writer that is still open here has changed this row. ${again} ` +
    'Between writers nobody waits.',
}

const ofCauses = Object.fromEntries(
  Object.entries(ofConflicts).map(([cause, text]) => [`sql.meaning.conflict.${cause}`, text]),
)

export const sqlErrorSentences: Sentences = {
  ...ofKinds,
  ...ofCauses,
  'sql.meaning.40P01':
    `${deadlock}its transaction has failed. Type ROLLBACK, then run it again from the start. ` +
    'PostgreSQL looks for a deadlock only after a wait.',
  'sql.meaning.1205':
    'It waited too long for a lock that another session holds. Only this statement is undone: ' +
    'the transaction is still open and keeps its locks.',
  'sql.meaning.55P03':
    'Another session holds the lock, and this statement was told not to wait for it.',
  'sql.meaning.3572':
    'Another session holds the lock, and this statement was told not to wait for it.',
  'sql.meaning.40001': serialization,
  'sql.meaning.25P02':
    'A statement of this transaction failed before. PostgreSQL takes nothing more until ROLLBACK.',
  'sql.meaning.25006': 'This transaction, or this instance, may only read.',
  'sql.meaning.1290':
    'This instance may only read: a reader, or a writer that was told so. Changes go elsewhere.',
  'sql.meaning.1792': 'This transaction was begun READ ONLY: it may not change anything.',
  'sql.meaning.1836': 'This instance is a reader: it may only read. Changes go to the writer.',
  'sql.meaning.1062':
    'A row with this key is there already. The statement changed nothing; the transaction goes on.',
  'sql.meaning.23505':
    'A row with this key is there already. An open transaction has failed: type ROLLBACK.',
  'sql.meaning.1064': kinds.syntax,
  'sql.meaning.42601': kinds.syntax,
  'sql.meaning.1146': 'There is no table of this name.',
  'sql.meaning.42P01': 'There is no table of this name.',
  'sql.meaning.1054': 'The table has no column of this name.',
  'sql.meaning.42703': 'The table has no column of this name.',
  'sql.meaning.1040': 'The instance has no connection left for one more session.',
  'sql.meaning.recovery':
    'The reader had to apply changes that remove what this statement still reads. ' +
    'It was cancelled so that the reader does not fall behind; run it again.',
}

/** The sentence key for an error: by its cause or its code, else by its kind. */
export function meaningKey({ code, kind, message, cause }: Explained): string {
  if (cause !== undefined) return `sql.meaning.conflict.${cause}`
  if (/conflict with recovery/.test(message)) return 'sql.meaning.recovery'
  const key = `sql.meaning.${code}`
  return Object.hasOwn(sqlErrorSentences, key) ? key : `sql.meaning.kind.${kind}`
}
