/**
 * State of typed SQL. `Relations` is what all instances share: tables with their versions and the
 * ends of transactions. A `Desk` is what one instance keeps in memory: sessions and locks.
 */
import type { Dialect } from '../../contract/sql.ts'
import type { Lsn, Micros } from '../../contract/units.ts'
import type { Session } from './sessions/sessionTypes.ts'
import type { LockTable } from './locks/lockTypes.ts'
import type { Ssi } from './locks/ssi/ssiTypes.ts'
import type { Key, Table } from './tables/tableTypes.ts'

/** What undoing needs to know of one change. */
export type Change =
  | { kind: 'row'; table: number; row: Key; lsn: Lsn; what: 'insert' | 'update' | 'delete' }
  /** PostgreSQL: definitions are undone too; `before` is the table as it was. */
  | { kind: 'table'; table: number; name: string; before: Table | null; lsn: Lsn }

/** A transaction that has not ended. */
export interface OpenTransaction {
  number: number
  /** Name of its session, for the page. */
  session: string
  /** `interrupted`: its instance is gone, its changes are being undone. */
  state: 'active' | 'committing' | 'interrupted'
  /** LSN of its commit record once that is written; 0 = not yet. */
  commitLsn: Lsn
  /** In order. */
  changes: Change[]
  /** MySQL: the page of its undo log; -1 = none yet. */
  undoPage: number
  /** Several writers: the one that it runs at. */
  origin?: number
}

/** Several writers: the end of a transaction is known elsewhere once its mark was applied there. */
export interface EndMark {
  origin: number
  /** Place in the stream of its writer. */
  place: number
  at: Micros
}

export interface CommittedTransaction {
  /** Counts commits in their order, from 1. */
  commit: number
  lsn: Lsn
  mark?: EndMark
}

/** A set of versions that somebody goes on seeing. */
export interface ReadView {
  number: number
  session: string
  /** Whose own changes it sees too; 0 = none. */
  transaction: number
  /** At a writer: commits up to this one are seen. */
  upTo: number
  /** At a reader: commits up to this LSN are seen; null at a writer. */
  readPoint: Lsn | null
  takenAt: Micros
  /** Several writers: where it was taken, and how far the streams of the others were applied. */
  origin?: number
  reach?: readonly number[]
}

/** Changes of a committed transaction whose older versions may still be needed. */
export interface Leftover {
  transaction: number
  commit: number
  lsn: Lsn
  rows: { table: number; row: Key }[]
  undoPage: number
  mark?: EndMark
}

export interface Relations {
  dialect: Dialect
  /** By number. */
  tables: Map<number, Table>
  lastTable: number
  open: Map<number, OpenTransaction>
  /** Committed, in order; those that everybody sees are forgotten. */
  committed: Map<number, CommittedTransaction>
  lastCommit: number
  /** The last transactions that were rolled back as a whole, for the laws; at most 64. */
  rolledBack: number[]
  views: Map<number, ReadView>
  lastView: number
  /** In order of commits. */
  leftovers: Leftover[]
  /** Up to this commit LSN, versions that were replaced may be gone. */
  purgedUpTo: Lsn
  /** Lowest read point of all readers, so that they keep what they see; null = no readers. */
  lowestReadPoint: Lsn | null
  /** Several writers: by origin, the place that all that are there have applied. */
  lowestReach?: readonly number[]
  /** Page of the definitions of tables; -1 = none yet. */
  cataloguePage: number
  /** Rows that a page of a new table holds. */
  rowsPerPage: number
  /** Pages that were allocated and hold nothing. */
  sparePages: number[]
}

/** Settings of an instance that sessions begin with; times in microseconds. */
export interface DeskSettings {
  lockWaitTimeout: Micros
  deadlockTimeout: Micros
  /** PostgreSQL: 0 = waits for ever. */
  lockTimeout: Micros
  /** PostgreSQL: rows read of a page above which they count as the page. */
  ssiTuplesPerPage: number
  /** MySQL: `innodb_rollback_on_timeout`. */
  rollbackOnTimeout: boolean
  /** Rows that one statement may visit. */
  scanRows: number
}

export interface Desk {
  settings: DeskSettings
  sessions: Map<number, Session>
  lastSession: number
  locks: LockTable
  /** Predicate reads of serializable transactions (PostgreSQL). */
  ssi: Ssi
  /** Several writers: the next number of AUTO_INCREMENT here at the earliest, by table. */
  autoNumbers: Map<number, number>
  /** Sessions to go on with beside those that locks have woken, in order. */
  called: number[]
  lastDeadlock: { at: Micros; sessions: string[]; victim: string; edges: string[] } | null
}
