/**
 * What a frame shows of typed SQL: sessions, what they wait for, locks, read views; and what the
 * inspector asks for beyond it: pages of rows with their versions. All lists are bounded, and say
 * how many there are.
 */
import type { InstanceId } from './ids.ts'
import type { Dialect, IsolationLevel, ResultValue, SqlError } from './sql.ts'
import type { Lsn, Micros } from './units.ts'

export interface SqlView {
  dialect: Dialect
  sessions: SqlSessionView[]
  /** Granted and wanted, in the order in which they were asked for; at most 200. */
  locks: LockView[]
  lockCount: number
  /** Who waits for whom: the graph in which a cycle is a deadlock. */
  waits: WaitView[]
  readViews: ReadViewView[]
  tables: TableSummary[]
  /** The newest deadlock or serialization failure, for the picture; null = none yet. */
  lastCycle: { at: Micros; sessions: string[]; victim: string; edges: string[] } | null
}

export interface SqlSessionView {
  name: string
  on: InstanceId | ''
  isolation: IsolationLevel
  /** `idle` outside a transaction · `inTransaction` between statements · `running` · `waiting` */
  state: 'idle' | 'inTransaction' | 'running' | 'waiting' | 'aborted' | 'lost'
  /** Number of the open transaction; 0 = none. */
  transaction: number
  text: string
  since: Micros
  /** What keeps it, while it waits. */
  waitsFor: {
    what: 'lock' | 'page' | 'room' | 'durable' | 'cpu' | 'network' | 'sleep' | WaitAmongWriters
    resource: string
    holders: string[]
  } | null
  rowsChanged: number
  lastError: SqlError | null
  /** With several writers. */
  consistency?: 'INSTANCE_RAW' | 'REGIONAL_RAW'
  /** Several writers: of its newest answer, how old what it read was, and how long it waited. */
  staleMicros?: Micros
  waitedMicros?: Micros
}

/**
 * With several writers: the verdict on a change of pages · a page that another session here is
 * changing · what the others have acknowledged · the change of a definition.
 */
export type WaitAmongWriters = 'verdict' | 'latch' | 'regional' | 'definition'

export interface LockView {
  session: string
  transaction: number
  table: string
  /** `PRIMARY`, the index's name, or empty for a lock of the whole table. */
  index: string
  /** The key as people read it: `id 5`, `above 30`; empty for a table. */
  key: string
  mode: string
  isGranted: boolean
  page: number
  /** With several writers: where it stands; nobody elsewhere asks for it. */
  on?: InstanceId
}

export interface WaitView {
  session: string
  holder: string
  resource: string
  mode: string
  since: Micros
}

export interface ReadViewView {
  session: string
  /** Commits up to this one are visible; its number counts commits since the start. */
  upTo: number
  takenAt: Micros
}

export interface TableSummary {
  name: string
  rows: number
  pages: number
  indexes: { name: string; columns: string[]; isUnique: boolean; pages: number }[]
}

/** The question of the inspector: rows of a table from a key on. */
export interface RowsQuestion {
  table: string
  /** Place of the first row in the order of the clustered index, from 0. */
  from: number
  /** At most 200. */
  count: number
}

export interface RowsAnswer {
  table: string
  columns: string[]
  rowCount: number
  rowsPerPage: number
  rows: {
    key: string
    page: number
    /** Newest first. `values` null = deleted. */
    versions: VersionView[]
    locks: { session: string; mode: string; isGranted: boolean }[]
  }[]
}

export interface VersionView {
  values: ResultValue[] | null
  transaction: number
  session: string
  lsn: Lsn
  state: 'active' | 'committed' | 'rolledBack'
  /** Sessions whose read view shows this version. */
  seenBy: string[]
}
