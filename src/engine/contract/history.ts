/**
 * Formats §7: histories of transactions and of single operations as clients saw them, and what is
 * judged of them: anomalies with their cycle, and the isolation levels that still hold.
 */

import type { InstanceId } from './ids.ts'
import type { FactId, Micros } from './units.ts'

export type HistoryValue = string | number | boolean | null

/** `r` reads, `w` writes a register, `a` appends to a list; a value read may be `"?"`. */
export type HistoryOp = ['r' | 'w' | 'a', string | number, HistoryValue | HistoryValue[]]

export interface HistoryTxn {
  id: string | number
  session: string | number
  status: 'committed' | 'aborted' | 'unknown'
  /** Any unit, the same in one history. */
  start?: number | null | undefined
  end?: number | null | undefined
  ops: HistoryOp[]
}

export interface TxnHistory {
  id: string | number
  model: 'list-append' | 'rw-register'
  timing: 'none' | 'session' | 'realtime'
  /** By key; a key not named starts as `[]` or `null`. */
  initial?: Record<string, HistoryValue | HistoryValue[]> | undefined
  /** By key, oldest first. */
  versionOrder?: Record<string, HistoryValue[]> | undefined
  txns: HistoryTxn[]
}

/** `process` and `realtime` are orders that no value shows: of a session, and of the clock. */
export type DependencyKind = 'ww' | 'wr' | 'rw' | 'process' | 'realtime'

export interface CycleStep {
  from: string | number
  to: string | number
  kind: DependencyKind
  /** Null for orders that no value shows. */
  key: string | null
}

export interface Anomaly {
  name: string
  transactions: (string | number)[]
  /** Empty when the anomaly is no cycle. */
  cycle: CycleStep[]
}

export type LevelName =
  | 'read-uncommitted'
  | 'read-committed'
  | 'repeatable-read'
  | 'snapshot-isolation'
  | 'strong-session-snapshot-isolation'
  | 'serializable'
  | 'strong-session-serializable'
  | 'strict-serializable'

export type Holds = true | false | 'undecided'

export interface TxnVerdict {
  id: string | number
  anomalies: Anomaly[]
  levels: Record<LevelName, Holds>
}

/** A step of a cycle of a run, with the two accesses that make it and the facts they follow. */
export interface RunStep extends CycleStep {
  /** A WHERE was answered differently, or would have been: no single row says it. */
  isPredicate: boolean
  fromAt: Micros
  toAt: Micros
  fromFact: FactId
  toFact: FactId
}

export interface RunAnomaly {
  name: string
  transactions: number[]
  /** One step, the read, where no cycle is needed (G1a, G1b). */
  cycle: RunStep[]
  /** Levels that exclude it. */
  breaks: LevelName[]
}

/** A row that a transaction read or wrote. */
export interface RunAccess {
  key: string
  /** Of a read: whose version it saw; 0 = as loaded. Of a write: the transaction itself. */
  writtenBy: number
  at: Micros
  fact: FactId
}

/** A transaction as the graph of the verdict draws it. */
export interface RunTransaction {
  /** As facts tell it. */
  id: number
  session: string
  instance: InstanceId
  /** `unknown`: it ended, but its user never heard how. `open`: it has not ended. */
  status: 'committed' | 'aborted' | 'unknown' | 'open'
  beganAt: Micros
  /** Null: open. */
  endedAt: Micros | null
  beganFact: FactId
  endedFact: FactId
  /** At most 24 each. */
  reads: RunAccess[]
  writes: RunAccess[]
}

/** The verdict on a run up to an instant (Formats §6). */
export interface RunVerdict {
  at: Micros
  anomalies: RunAnomaly[]
  levels: Record<LevelName, Holds>
  /** Those that the anomalies name; in the order of their beginning. */
  transactions: RunTransaction[]
  counts: {
    transactions: number
    committed: number
    aborted: number
    unknown: number
    open: number
    reads: number
    writes: number
    predicates: number
  }
  bounds: {
    /** Only what began from here on is judged; 0 = all. */
    from: Micros
    /** Transactions that were let go of before that. */
    dropped: number
    /** So many anomalies were told; true = there are more. */
    hasMore: boolean
  }
}

/** A file of histories, each judged by itself. */
export type HistoryFile =
  | { format: 'txn-history/1'; histories: TxnHistory[] }
  | { format: 'lin-history/1'; histories: LinHistory[] }

/** `[client, "i" | "o" | "f", operation, value]`, with the key before the value for key-value. */
export type LinEvent = [string | number, 'i' | 'o' | 'f', string, ...unknown[]]

export interface LinHistory {
  id: string | number
  model: 'cas-register' | 'kv-append'
  fail: 'cas-mismatch' | 'did-not-happen'
  events: LinEvent[]
}

export interface LinVerdict {
  id: string | number
  linearizable: Holds
  /** Events, counted from the first, that are still linearizable. */
  prefix?: number
}
