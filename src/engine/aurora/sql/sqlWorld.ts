/**
 * Typed SQL as plain data: the tables that all instances share, the desk of each instance (its
 * sessions and locks, lost in a crash), the consoles that type, and what was typed. Rules T.
 */
import type { Dialect, StatementRecord } from '../../contract/sql.ts'
import type { Statement } from '../../contract/statement.ts'
import type { FactId, Micros } from '../../contract/units.ts'

export interface SqlWorld {
  dialect: Dialect
  /** Actor number of the consoles, the newest of the network. */
  actor: number
  consoles: Console[]
  /** Numbered from 1; those before `firstKept` have been let go of. */
  statements: Typed[]
  firstKept: number
  counts: { deadlocks: number; lockTimeouts: number; rolledBack: number }
}

/** A session as its user sees it. */
export interface Console {
  name: string
  /** Where new connections lead. */
  route: 'instance' | 'cluster' | 'reader'
  /** Index of the instance that it is connected to, or asked last. */
  target: number
  /** Rises with each connection, so that an answer of an earlier one means nothing. */
  connection: number
  isConnected: boolean
  /** Number of the statement that is out; 0 = none. */
  running: number
  /** Numbers of statements that wait for it, in order. */
  queue: number[]
  heardAt: Micros
  isAsked: boolean
  isWatched: boolean
}

/** A statement that was typed. The record is frozen and replaced when more is known. */
export interface Typed {
  number: number
  /** Null: it could not be read, and the record carries the error to be given. */
  statement: Statement | null
  record: Readonly<StatementRecord>
  /** What told of the command that brought it. */
  fact: FactId
}
