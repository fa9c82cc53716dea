/** A session at one instance as plain data: its settings, its transaction, its statement. */
import type { IsolationLevel, SqlError } from '../../../contract/sql.ts'
import type { Statement } from '../../../contract/statement.ts'
import type { Micros } from '../../../contract/units.ts'
import type { Cursor } from '../access/cursor.ts'
import type { Answer } from '../execution.ts'
import type { Key } from '../tables/tableTypes.ts'
import type { SqlValue } from '../values/value.ts'

/** A change that a foreign key may forbid, or carry on to other rows. */
export type ReferenceCheck =
  /** The row, of this table, needs its parent. */
  | { kind: 'child'; table: number; foreignKey: string; row: Key }
  /** Rows of this table may have referred to a key that is gone; `next`: what it has become. */
  | {
      kind: 'parent'
      table: number
      foreignKey: string
      key: Key
      next: Key | null
      /** The row referred to itself. */
      isOwn: boolean
      /** Entry of the index of referring rows that is done with (MySQL). */
      after: Key | null
      /** Cascades that have led here. */
      depth: number
    }

export interface Savepoint {
  /** As compared: folded where the edition folds names. */
  name: string
  /** Changes that stay when it is gone back to. */
  changes: number
  /** Locks up to this number stay (PostgreSQL). */
  lock: number
  /** Set before the transaction touched a table: MySQL goes back to the very beginning then. */
  isFirst: boolean
}

/** What a session has open. It has a number as soon as a statement touches a table. */
export interface SessionTransaction {
  /** 0 = none yet. */
  number: number
  /** By BEGIN or without autocommit; otherwise it ends with its statement. */
  isExplicit: boolean
  isolation: IsolationLevel
  isReadOnly: boolean
  /** The view that lasts to its end; 0 = none. */
  view: number
  /** Statements so far that touched tables. */
  statements: number
  /** PostgreSQL: it has failed and waits for ROLLBACK. */
  isAborted: boolean
  savepoints: Savepoint[]
  /** Tables that it has locked by LOCK TABLE. */
  lockedTables?: string[]
}

/** A statement under way: what has been done stands here, so that nothing is done twice. */
export interface Running {
  statement: Statement
  text: string
  /** `ending`: the answer stands, the transaction is ending · `undoing`: changes go back. */
  phase: 'run' | 'ending' | 'undoing'
  /** Its names and types have been looked at. */
  isChecked: boolean
  /** Its transaction counts it. */
  hasEntered: boolean
  since: Micros
  /** Changes of the transaction before it: undone down to here when it fails. */
  firstChange: number
  /** Locks of the transaction before it have lower numbers. */
  firstLock: number
  /** Its own read view, if it does not last; 0 = none. */
  view: number
  cursor: Cursor | null
  /** `visit`: rows are looked for · `settle`: those found are locked or changed in order. */
  stage: 'visit' | 'settle'
  /** SELECT: rows found. */
  rows: (readonly SqlValue[])[]
  /** Keys of the rows found, where they are needed after the visit. */
  keys: Key[]
  /** Place in `rows`, `keys` or the rows of INSERT at which to go on. */
  next: number
  /** INSERT: the row being inserted, its values made once. */
  pending: SqlValue[] | null
  affected: number
  visited: number
  /** Rows that have taken their CPU time, and those done since. */
  rowsPaid: number
  rowsSinceBreath: number
  returned: SqlValue[][]
  /** INSERT: the first number that a column was given by itself; 0 = none. */
  firstNumber: number
  /**
   * INSERT of MySQL: numbers reserved since row `first`, the next one and how many; `isTaken`: the
   * present row has one of them.
   */
  numbers: { first: number; next: number; left: number; isTaken: boolean } | null
  /** What the changes so far have to be looked at for: foreign keys. First come first. */
  checks: ReferenceCheck[]
  /** Answers of subqueries that do not depend on the row, by their place in the text. */
  subanswers: Map<number, SqlValue[][]>
  /** Since when it waits for a lock, and what that is; null = it does not. */
  wait: { since: Micros; table: string; index: string; key: string; mode: string } | null
  /** Resource of the lock that it has waited for last. */
  waitedAt?: string
  sleepUntil: Micros
  answer: Answer | null
  /** Several writers: for how long something newer than what it has read has been elsewhere. */
  staleMicros?: number
  /** `REGIONAL_RAW`: what others had acknowledged is here. */
  isSynced?: boolean
  /** Its client was lost while a change was on its way: what it has done is undone. */
  isAbandoned?: boolean
  /** A definition: all writers know of it. */
  isFenced?: boolean
  error: SqlError | null
  /** How far to undo, and whether the transaction ends then. */
  undoTo: number
  endsTransaction: boolean
  /** MySQL, ROLLBACK TO the very beginning: the transaction goes on as a new one. */
  restarts: boolean
}

export interface Session {
  number: number
  name: string
  isolation: IsolationLevel
  isReadOnly: boolean
  /** MySQL: SET TRANSACTION holds for the next transaction only. */
  nextIsolation: IsolationLevel | null
  nextReadOnly: boolean | null
  autocommit: boolean
  transaction: SessionTransaction | null
  running: Running | null
  /** Told from outside while it waits: victim of a deadlock, timeout, conflict with recovery. */
  doom: SqlError | null
  lockWaitTimeout: Micros
  /** PostgreSQL: 0 = waits for ever. */
  lockTimeout: Micros
  deadlockTimeout: Micros
  variables: Map<string, SqlValue>
  /** Multi-Master: `REGIONAL_RAW` waits for what others have committed before it reads (I49). */
  consistency: 'INSTANCE_RAW' | 'REGIONAL_RAW'
  lastInsertId: number
  rowCount: number
  warnings: { level: string; code: number | string; message: string }[]
  lastError: SqlError | null
  lastText: string
  since: Micros
  isClosing: boolean
  /** Names of its temporary tables, which nobody else has; absent = it never had one. */
  temporaries?: string[]
}
