/**
 * What is kept of a run while it is recorded (rule G17): its transactions with what each read,
 * wrote and looked for, and for each row its versions in the order in which they were written.
 * It is bounded: of a long run only the newest transactions are kept.
 */
import type { InstanceId } from '../../contract/ids.ts'
import type {
  RowChange,
  RowKey,
  Scanned,
  SessionKey,
  TransactionNumber,
  VersionId,
} from '../../contract/runHistory.ts'
import type { FactId, Lsn, Micros } from '../../contract/units.ts'

/** A moment of the run, and the fact that led to it. */
export interface Moment {
  at: Micros
  fact: FactId
  /** Rises from each to the next. */
  order: number
}

/** A row of a table over the whole run. */
export interface Item {
  row: RowKey
  name: string
  /** Newest last. */
  writes: Write[]
  /** Versions before those kept were let go of. */
  isCut: boolean
  lastRead: Read | null
}

export interface Read extends Moment {
  by: Recorded
  item: Item
  writer: TransactionNumber
  version: number
  /** Who wrote it; null = it was there from the start, or is not kept. */
  source: Recorded | null
}

export interface Write extends Moment {
  by: Recorded
  item: Item
  version: number
  isUndone: boolean
  change: RowChange | null
}

export interface Scan extends Moment {
  table: Table
  matches: Scanned['matches']
  /** Of rows that had been written by then; a row not named was as it was at the start. */
  seen: Map<Item, VersionId | null>
}

export interface Table {
  name: string
  items: Map<RowKey, Item>
  /** Those written so far whose values are kept, in the order of their first write. */
  written: Item[]
}

export interface SessionOrder {
  name: SessionKey
  /** Transactions that its user has no answer for yet. */
  waiting: Recorded[]
  /** Since when it has had a transaction without a number; null = it has none. */
  openSince: Micros | null
}

export interface Recorded {
  number: TransactionNumber
  session: SessionOrder
  instance: InstanceId
  /** `lost`: its instance died, and nobody says what became of it. */
  state: 'open' | 'committed' | 'aborted' | 'lost'
  /** Its place in the graph of the verdict; -1 = it is not in it. */
  node: number
  /** Of the workload of a cluster with one writer. */
  isWork: boolean
  commitLsn: Lsn
  began: Moment
  ended: Moment | null
  /** When its user sent it, and had the answer; null = not known, none. */
  sentAt: Micros
  heardAt: Micros | null
  reads: Read[]
  writes: Write[]
  /** Shared as long as it is empty. */
  scans: readonly Scan[]
}

export interface RunRecord {
  /** In the order of their beginning. */
  transactions: Recorded[]
  /** All but those of the workload of one writer. */
  byNumber: Map<TransactionNumber, Recorded>
  tables: Map<string, Table>
  sessions: Map<SessionKey, SessionOrder>
  /** Of the workload of a cluster with one writer: its table, and its sessions, by application. */
  work: { table: Table; sessions: (SessionOrder | undefined)[] }[]
  /** By instance and slot: the transaction of that workload recorded last. */
  slots: (Recorded | undefined)[][]
  dropped: number
  lastOrder: number
  /** What is kept began from here on. */
  from: Micros
}

export function createRunRecord(): RunRecord {
  return {
    transactions: [],
    byNumber: new Map(),
    tables: new Map(),
    sessions: new Map(),
    work: [],
    slots: [],
    dropped: 0,
    lastOrder: 0,
    from: 0,
  }
}

export function tableOf({ tables }: RunRecord, name: string): Table {
  let table = tables.get(name)
  if (table === undefined) {
    table = { name, items: new Map(), written: [] }
    tables.set(name, table)
  }
  return table
}

export function itemOf({ name, items }: Table, row: RowKey): Item {
  let item = items.get(row)
  if (item === undefined) {
    const called = typeof row === 'number' ? `${name}/row/${row}` : `${name}/${row}`
    item = { row, name: called, writes: [], isCut: false, lastRead: null }
    items.set(row, item)
  }
  return item
}

export function sessionOrderOf({ sessions }: RunRecord, name: SessionKey): SessionOrder {
  let session = sessions.get(name)
  if (session === undefined) {
    session = { name, waiting: [], openSince: null }
    sessions.set(name, session)
  }
  return session
}

/** The last that passes. */
export function lastOf<T>(list: readonly T[], isIt: (one: T) => boolean): T | undefined {
  for (let k = list.length - 1; k >= 0; k--) if (isIt(list[k]!)) return list[k]
  return undefined
}
