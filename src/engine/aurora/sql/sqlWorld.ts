/**
 * Typed SQL as plain data: the tables that all instances share, for each instance its desk (its
 * sessions and locks) with the connections that it knows, both lost in a crash; the consoles that
 * type, and what was typed. Rules J.
 */
import type { SqlError, StatementRecord } from '../../contract/sql.ts'
import type { Statement } from '../../contract/statement.ts'
import type { FactId, Micros } from '../../contract/units.ts'
import type { Answer } from '../relations/execution.ts'
import type { Desk, Relations } from '../relations/relations.ts'
import type { Proposing, Several } from './several.ts'

export interface SqlWorld {
  /** Actor number of the clients, the newest of the network. */
  actor: number
  relations: Relations
  /** By instance. */
  places: SqlPlace[]
  clients: Client[]
  /** Those before `firstKept` have been let go of. */
  statements: Typed[]
  /** Statements are numbered from 1. */
  firstKept: number
  /** The page that a table or an index gets next. */
  nextPage: number
  /** Waits for locks are numbered, so that a timer of an earlier one means nothing. */
  lastWait: number
  /** Numbers of the views at readers that have been given their time. */
  conflicts: number[]
  /** With several writers. */
  several?: Several
  counts: { rolledBack: number; deadlocks: number; lockTimeouts: number }
}

/** What an instance holds in memory. */
export interface SqlPlace {
  desk: Desk
  /** In the order in which they were opened. */
  connections: Connection[]
}

/** A connection as its instance sees it. */
export interface Connection {
  client: number
  /** The client's own count, so that two connections of one client differ. */
  number: number
  /** Number of its session at the desk. */
  session: number
  /** Slot among the transactions of the instance while it works; -1 = idle. */
  slot: number
  /** Number of the statement it works on, and of the one it has answered; 0 = none. */
  running: number
  answered: number
  /** The page that it changed last. */
  page: number
  /** Number of its present wait for a lock, and since when; 0 = it does not wait. */
  wait: number
  waitSince: Micros
  /** The answer stands, and only its CPU time is awaited. */
  isAnswered: boolean
  isClosing: boolean
  /** With several writers. */
  proposing?: Proposing
}

/** A session as its user sees it. */
export interface Client {
  name: string
  /** Where new connections lead. */
  route: 'instance' | 'cluster' | 'reader'
  /** Index of the instance that it is connected to, or asked last. */
  target: number
  /** Rises with each connection; 0 = it never had one. */
  connection: number
  isConnected: boolean
  /** The connection was lost between statements, and its user does not know yet. */
  isLost: boolean
  /** Why its connection was cut, where the instance said so. */
  lossError?: SqlError
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
  client: number
  /** Where it wants to run; null = where its client is. */
  on: string | null
  /** Frozen; null once it is over, or when it could not be read: then `error` says why. */
  statement: Statement | null
  error: SqlError | null
  /** Given by the instance, on its way to the client. */
  answer: Answer | null
  record: Readonly<StatementRecord>
  /** What told of the command that brought it, later of its being sent. */
  fact: FactId
}
