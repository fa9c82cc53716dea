/** Facts of typed SQL: statements, locks, transactions; sessions by name. */
import type { InstanceId } from './ids.ts'
import type { RefusalKind } from './refusals.ts'
import type { Lsn, Micros } from './units.ts'

export interface NotableSqlFacts {
  /** A cycle of waits; the victim is rolled back. */
  DeadlockFound: {
    instance: InstanceId
    sessions: string[]
    transactions: number[]
    victim: string
  }
  LockWaitTimedOut: {
    instance: InstanceId
    session: string
    transaction: number
    waitedMicros: Micros
  }
  /** 40001: somebody else changed it first, the order could not be serial, or a reader replays. */
  SerializationFailed: {
    instance: InstanceId
    session: string
    transaction: number
    because: 'concurrentUpdate' | 'dependencies' | 'recovery'
  }
  /** A statement got an error. `code` as the edition writes it; `instance` empty = not reached. */
  StatementRefused: {
    instance: InstanceId | ''
    session: string
    statement: number
    kind: RefusalKind
    code: string
    sqlstate: string
  }
}

export interface DetailedSqlFacts {
  /** A statement leaves its console; numbered in the order of the run. */
  StatementSubmitted: { session: string; statement: number; instance: InstanceId; text: string }
  StatementAnswered: {
    session: string
    statement: number
    instance: InstanceId
    isError: boolean
    rows: number
    affected: number
    tookMicros: Micros
  }
  SqlTransactionBegan: { instance: InstanceId; session: string; transaction: number }
  SqlTransactionEnded: {
    instance: InstanceId
    session: string
    transaction: number
    outcome: 'committed' | 'rolledBack'
    /** Of the commit record; 0 = it wrote nothing. */
    lsn: Lsn
  }
  LockWaitBegan: {
    instance: InstanceId
    session: string
    transaction: number
    table: string
    index: string
    key: string
    mode: string
    /** Sessions that hold it, or ask for it before. */
    holders: string[]
  }
  LockWaitEnded: {
    instance: InstanceId
    session: string
    transaction: number
    waitedMicros: Micros
    outcome: 'granted' | 'deadlock' | 'timeout' | 'cancelled'
  }
  ReadViewTaken: { instance: InstanceId; session: string; transaction: number; upTo: number }
  RowChanged: {
    instance: InstanceId
    session: string
    transaction: number
    table: string
    key: string
    change: 'insert' | 'update' | 'delete'
    isUndo: boolean
    lsn: Lsn
  }
}
