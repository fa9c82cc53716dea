/** What other transactions, crashes and the state of the transaction itself can refuse. */
import type { ErrorEntries } from './errorEntry.ts'

const serialization = 'could not serialize access due to'

export const concurrencyErrors = {
  deadlock: {
    kind: 'deadlock',
    mysql: [1213, '40001', 'Deadlock found when trying to get lock; try restarting transaction'],
    postgresql: ['40P01', 'deadlock detected'],
  },
  lockTimeout: {
    kind: 'lockTimeout',
    mysql: [1205, 'HY000', 'Lock wait timeout exceeded; try restarting transaction'],
    postgresql: ['55P03', 'canceling statement due to lock timeout'],
  },
  lockNotAvailable: {
    kind: 'lockTimeout',
    mysql: [
      3572,
      'HY000',
      'Statement aborted because lock(s) could not be acquired immediately and NOWAIT is set.',
    ],
    postgresql: ['55P03', 'could not obtain lock on row in relation "{table}"'],
  },
  tableLockNotAvailable: {
    kind: 'lockTimeout',
    mysql: [
      3572,
      'HY000',
      'Statement aborted because lock(s) could not be acquired immediately and NOWAIT is set.',
    ],
    postgresql: ['55P03', 'could not obtain lock on relation "{table}"'],
  },
  concurrentUpdate: {
    kind: 'serializationFailure',
    mysql: [1213, '40001', 'Deadlock found when trying to get lock; try restarting transaction'],
    postgresql: ['40001', `${serialization} concurrent update`],
  },
  concurrentDelete: {
    kind: 'serializationFailure',
    mysql: [1213, '40001', 'Deadlock found when trying to get lock; try restarting transaction'],
    postgresql: ['40001', `${serialization} concurrent delete`],
  },
  readWriteDependencies: {
    kind: 'serializationFailure',
    mysql: [1213, '40001', 'Deadlock found when trying to get lock; try restarting transaction'],
    postgresql: ['40001', `${serialization} read/write dependencies among transactions`],
  },
  recoveryConflict: {
    kind: 'serializationFailure',
    mysql: [1317, '70100', 'Query execution was interrupted'],
    postgresql: ['40001', 'canceling statement due to conflict with recovery'],
  },
  writeConflict: {
    kind: 'writeConflict',
    mysql: [1213, '40001', 'Deadlock found when trying to get lock; try restarting transaction'],
    postgresql: ['40001', `${serialization} concurrent update`],
  },
  definitionChanged: {
    kind: 'lockTimeout',
    mysql: [1412, 'HY000', 'Table definition has changed, please retry transaction'],
    postgresql: ['55P03', 'could not obtain lock on relation'],
  },
  connectionLost: {
    kind: 'connectionLost',
    mysql: [2013, 'HY000', 'Lost connection to MySQL server during query'],
    postgresql: ['08006', 'server closed the connection unexpectedly'],
  },
  notReachable: {
    kind: 'connectionLost',
    mysql: [2003, 'HY000', "Can't connect to MySQL server on '{instance}'"],
    postgresql: ['08001', 'could not connect to server "{instance}"'],
  },
  shuttingDown: {
    kind: 'connectionLost',
    mysql: [1053, '08S01', 'Server shutdown in progress'],
    postgresql: ['57P01', 'terminating connection due to administrator command'],
  },
  tooManyConnections: {
    kind: 'connectionLost',
    mysql: [1040, '08004', 'Too many connections'],
    postgresql: ['53300', 'sorry, too many clients already'],
  },
  noQuorum: {
    kind: 'noQuorum',
    mysql: [1180, 'HY000', 'Got error 1 during COMMIT'],
    postgresql: ['58030', 'could not write to the volume'],
  },
  interrupted: {
    kind: 'connectionLost',
    mysql: [1317, '70100', 'Query execution was interrupted'],
    postgresql: ['57014', 'canceling statement due to user request'],
  },
  readOnlyInstance: {
    kind: 'readOnly',
    mysql: [
      1290,
      'HY000',
      'The MySQL server is running with the --read-only option so it cannot execute this statement',
    ],
    postgresql: ['25006', 'cannot execute {command} in a read-only transaction'],
  },
  readOnlyTransaction: {
    kind: 'readOnly',
    mysql: [1792, '25006', 'Cannot execute statement in a READ ONLY transaction.'],
    postgresql: ['25006', 'cannot execute {command} in a read-only transaction'],
  },
  serializableAtReader: {
    kind: 'unsupported',
    mysql: [1235, '42000', "This version of MySQL doesn't yet support 'SERIALIZABLE at a reader'"],
    postgresql: ['0A000', 'cannot use serializable mode in a hot standby'],
  },
  transactionAborted: {
    kind: 'constraint',
    mysql: [1180, 'HY000', 'Got error 1 during COMMIT'],
    postgresql: [
      '25P02',
      'current transaction is aborted, commands ignored until end of transaction block',
    ],
  },
  unknownSavepoint: {
    kind: 'constraint',
    mysql: [1305, '42000', 'SAVEPOINT {name} does not exist'],
    postgresql: ['3B001', 'savepoint "{name}" does not exist'],
  },
  noTransactionBlock: {
    kind: 'constraint',
    mysql: [1305, '42000', '{command} needs a transaction'],
    postgresql: ['25P01', '{command} can only be used in transaction blocks'],
  },
  isolationTooLate: {
    kind: 'constraint',
    mysql: [
      1568,
      '25001',
      "Transaction characteristics can't be changed while a transaction is in progress",
    ],
    postgresql: ['25001', 'SET TRANSACTION ISOLATION LEVEL must be called before any query'],
  },
  readWriteTooLate: {
    kind: 'constraint',
    mysql: [
      1568,
      '25001',
      "Transaction characteristics can't be changed while a transaction is in progress",
    ],
    postgresql: ['25001', 'transaction read-write mode must be set before any query'],
  },
} satisfies ErrorEntries
