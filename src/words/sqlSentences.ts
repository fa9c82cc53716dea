/** What is said of typed SQL: its facts, what keeps a statement waiting, what is refused. */
import type { Sentences } from './template.ts'

const waits = {
  granted: '{session} has its lock after {waitedMicros} and goes on.',
  deadlock: '{session} waited {waitedMicros} for a lock, in a cycle: it is rolled back.',
  timeout: '{session} gave up waiting for a lock after {waitedMicros}.',
  cancelled: '{session} waits for its lock no longer.',
}

const failures = {
  concurrentUpdate: 'somebody else has changed and committed the row since its snapshot.',
  dependencies: 'what it read and wrote fits into no order of one after the other.',
  recovery: 'the reader must replay a change of what it was reading.',
}

const changes = { insert: 'inserts', update: 'changes', delete: 'deletes' }

function pick(from: object, key: unknown, otherwise: string): string {
  return Object.entries(from).find(([name]) => name === key)?.[1] ?? otherwise
}

export const sqlSentences: Sentences = {
  'fact.StatementSubmitted': ({ instance }) =>
    instance === ''
      ? '{session} sends statement {statement}.'
      : '{session} sends statement {statement} to {instance}.',
  'fact.StatementAnswered': ({ isError }) =>
    `{session} has its answer to statement {statement} after {tookMicros}` +
    (isError === true ? ': an error.' : '.'),
  'fact.StatementRefused': ({ instance }) =>
    `${instance === '' ? '' : 'At {instance} '}{session} gets error {code} ({sqlstate}).`,
  'fact.DeadlockFound':
    'A deadlock at {instance}: {sessions} wait for each other. {victim} is rolled back, so that ' +
    'the others go on.',
  'fact.LockWaitTimedOut': '{session} has waited {waitedMicros} for a lock and gives up.',
  'fact.SerializationFailed': ({ because }) =>
    `{session} cannot go on: ${pick(failures, because, 'its transaction fits into no order.')}`,
  'fact.SqlTransactionBegan': '{session} begins transaction {transaction} at {instance}.',
  'fact.SqlTransactionEnded': ({ outcome, lsn }) => {
    if (outcome !== 'committed') return 'Transaction {transaction} of {session} is rolled back.'
    if (lsn === 0) return 'Transaction {transaction} of {session} is over; it wrote nothing.'
    return 'Transaction {transaction} of {session} is committed: VDL has passed LSN {lsn}.'
  },
  'fact.LockWaitBegan': ({ index, key }) => {
    const what = key === '' ? '{table}' : `{key} of {table}${index === '' ? '' : ' ({index})'}`
    return `{session} waits for a lock ({mode}) on ${what}, which {holders} holds or wants.`
  },
  'fact.LockWaitEnded': ({ outcome }) => pick(waits, outcome, '{session} waits no longer.'),
  'fact.ReadViewTaken': '{session} takes a read view: it sees the first {upTo} commits.',
  'fact.RowChanged': ({ change, isUndo }) =>
    isUndo === true
      ? 'Undo puts {key} of {table} back for {session}, in LSN {lsn}.'
      : `{session} ${pick(changes, change, 'changes')} {key} of {table}, in LSN {lsn}.`,
  'sql.caption.waits': '{session} waits for a lock that {holders} holds or wants.',
  'sql.caption.open': ({ sessions }) =>
    sessions === 1
      ? 'One session is in a transaction: nobody else sees its changes before it commits.'
      : '{sessions~} sessions are in transactions: none sees what another has not committed.',
  'sql.hint.waits': 'It goes on when the other commits or rolls back.',
  'sql.hint.type': 'Open the SQL console (key q) and type along.',
  'sql.hint.open': 'COMMIT is answered when VDL has passed its record: four of six copies have it.',
  'reason.sqlTooLong': 'The text has {length} characters; at most {most} are read at once.',
  'reason.sqlTooMany': 'The text has {statements} statements; at most {most} are read at once.',
  'reason.sqlNothing': 'The text has no statement.',
  'reason.sqlSession': 'A session is named by 1 to {most} characters.',
  'reason.sqlSessions': 'There are {most} sessions already; use one of them.',
  'reason.sqlWaiting': '{session} has {most} statements waiting.',
  'reason.sqlPlace': 'There is no instance or endpoint {on}.',
  'reason.sqlTables': 'Table {table} cannot be made for SQL: {message}.',
}
