/**
 * Formats §7: histories of transactions and of single operations as clients saw them, and what is
 * judged of them: anomalies with their cycle, and the isolation levels that still hold.
 */

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
