/**
 * The wall between statements and the machine they run on. The relational part (tables, versions,
 * locks, execution) knows nothing of networks, CPUs and storage: it is asked to go on with a
 * session and says why it cannot, and the machine gives what is missing and asks again. Nothing
 * is applied twice: what has been done stands in the session as plain data.
 */
import type { FactKey, Facts } from '../../contract/facts.ts'
import type { InstanceId } from '../../contract/ids.ts'
import type { ResultValue, SqlError } from '../../contract/sql.ts'
import type { ColumnType } from '../../contract/statement.ts'
import type { Lsn, Micros } from '../../contract/units.ts'
import type { StatementHistory } from './statementHistory.ts'
import type { SqlValue } from './values/value.ts'

/** A changed page: the redo log numbers it by page and place, as `RowPlace` does. */
export interface PageChange {
  page: number
  place: number
  /** Nothing changes there: storage only refuses the rest if somebody else changes it (C12). */
  isTracker?: true
}

/** Rows of a table that no transaction writes, made when it is asked for. */
export interface SystemTable {
  columns: { name: string; type: ColumnType }[]
  rows: SqlValue[][]
}

/**
 * What one of several writers knows of the others. A page is as it was read or as redo has made
 * it, and an end of a transaction is known when its mark was applied here.
 */
export interface Peers {
  /** Number of this writer, from 0. */
  here: number
  /** Place applied here of the stream of each writer; its own counts as all of it. */
  reach(): ArrayLike<number>
  /** Version of the page in the cache of this writer; 0 = not cached. */
  versionOf(page: number): number
  /** The page in this writer's cache is the newest that was accepted. */
  isNewest(page: number): boolean
  /** The page of the undo log of a transaction that begins to write. */
  undoPage(): number
  /** Somebody else's open transaction has the row on this page: the statement is about to fail. */
  noteOwner(transaction: number, page: number): void
  /** C8: such a row is waited for, by choice. */
  ownedRowsWait: boolean
  /** Somebody is defining the table: it may only be read. */
  isBeingDefined(table: string): boolean
  /** C5: who loses is told at once, and undone behind that by a session of its own. */
  undoesBehind: boolean
  /** Such a session is there now: it is to be advanced until it is gone. */
  leftBehind(session: number): void
}

/** What the machine gives to a statement while it runs. Never kept in the state. */
export interface Host {
  now: Micros
  /** Where this runs, for facts. */
  instance: InstanceId
  /**
   * Read point of a reader: commits above it do not exist for it, and it may not write. Null at a
   * writer.
   */
  readPoint: Lsn | null
  /** False: the page is not cached. The host fetches it when `advance` answers `page`. */
  touchPage(page: number): boolean
  /** A number that no other transaction of the run has: redo records and undo go by it. */
  nextTransaction(): number
  /**
   * Writes one mini-transaction that changes these pages, for this transaction, and gives its last
   * LSN; 0 = there is no room in the log now (LAL), nothing is written, ask again.
   */
  writeRedo(transaction: number, changes: readonly PageChange[], isUndo: boolean): Lsn
  /** A fresh page of the volume for a table, an index or undo. */
  allocatePage(): number
  /** A table of the system, as `information_schema.replica_host_status`; null = not one of it. */
  systemTable?(schema: string | null, name: string): SystemTable | null
  /** Names and values for SHOW STATUS. */
  status?(): [name: string, value: string][]
  /** Absent: no other instance writes. */
  peers?: Peers
  /** C12: writing a child row names the page of its parent as a tracker. */
  tracksParents?: boolean
  /** Numbers of AUTO_INCREMENT here: offset, offset + increment, …; absent = 1, 2, 3, … (I48) */
  autoIncrement?: { offset: number; increment: number }
  /** This writer was told to write nothing (I49). */
  isReadOnly?: boolean
  /** `CALL mysql.rds_set_read_only`; absent = there is no such procedure. */
  setReadOnly?(isReadOnly: boolean): void
  /** Whoever keeps the history of the run; absent or null = nobody. */
  history?: StatementHistory | null
  tell<K extends FactKey>(fact: K, parameters: Facts[K]): void
}

export interface Answer {
  status: 'ok' | 'error'
  columns?: string[]
  rows?: ResultValue[][]
  affected?: number
  error?: SqlError
  /** Rows looked at since the last breath, whose CPU time is still to be taken. */
  visited: number
  /** For how long another writer has had a newer value of something that was read here. */
  staleMicros?: Micros
}

export type Outcome =
  /** Done; the answer goes to the client. */
  | { state: 'answered'; answer: Answer }
  /** Needs this page in the buffer pool; ask again when it is there. */
  | { state: 'page'; page: number }
  /** No room in the log; ask again when there is. */
  | { state: 'room' }
  /**
   * Waits for a lock or the end of a transaction. It comes back in `woken`. After `checkAfter` the
   * host calls `lookForDeadlock`, after `giveUpAfter` `giveUpWaiting`; null = never.
   */
  | { state: 'lock'; checkAfter: Micros | null; giveUpAfter: Micros | null }
  /**
   * The commit record is to be written and must become durable: the host does so and calls
   * `endCommit` with its LSN. Until then the transaction keeps its locks (*assumption*).
   */
  | { state: 'commit' }
  /**
   * `REGIONAL_RAW`: everything that any writer has acknowledged must be here first; the host calls
   * `noteSynced` and asks again.
   */
  | { state: 'sync' }
  /** A definition: the owner of DDL is asked first; the host calls `noteFenced` and asks again. */
  | { state: 'ddl'; table: string }
  /** By choice: a row of another writer's open transaction is waited for; ask again. */
  | { state: 'owned' }
  /** Another writer is defining the table: ask again when that is over, or refuse. */
  | { state: 'fenced' }
  /** SLEEP: ask again after this long. */
  | { state: 'sleep'; for: Micros }
  /** It has looked at or changed so many rows, which take CPU time; ask again then. */
  | { state: 'breath'; rows: number }
  /** A fault-injection statement: the host carries it out and calls `answerInjection`. */
  | { state: 'inject'; text: string }
