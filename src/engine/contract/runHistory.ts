/**
 * Whoever keeps the history of a run is told by these calls what its transactions read and wrote.
 * It stands outside the state: nothing in the world depends on whether somebody listens. Instants
 * and facts are those of the call; a fact that says the same is told before.
 */
import type { InstanceId } from './ids.ts'
import type { Micros } from './units.ts'

/** Number of the transaction as facts tell it; 0 = nobody: it was there from the start. */
export type TransactionNumber = number

/** A session as its user knows it: its name, or a number of the workload. */
export type SessionKey = string | number

/** The key that a row keeps in the run: a text, or for rows of the workload a number. */
export type RowKey = string | number

/** Column values of a row as the engine keeps them; null = the row is not there. */
export type RowValues = readonly unknown[] | null

/** A version of a row: who wrote it, and a number that no other of its versions has from there. */
export interface VersionId {
  writer: TransactionNumber
  version: number
}

/** A version that was written; without `change` its values are not kept. */
export interface Written {
  table: string
  row: RowKey
  version: number
  change?: RowChange
}

/** What a WHERE says, and what it was answered from. */
export interface Scanned {
  table: string
  /** Whether a row with these values matches; may be asked when the run is over. */
  matches(values: readonly unknown[]): boolean
  /**
   * The version that the statement has seen of a row, given what `wrote` called its key; null =
   * none, the row is not there yet; `gone` = everybody sees that it was deleted.
   */
  seenOf(key: readonly unknown[]): VersionId | null | 'gone'
}

/** How the values of a row changed. */
export interface RowChange {
  /** As its table keeps it. */
  key: readonly unknown[]
  before: RowValues
  after: RowValues
}

export interface RunHistory {
  /** A session has begun a transaction that has no number yet; the next that it begins is that. */
  opened(session: SessionKey): void
  began(transaction: TransactionNumber, session: SessionKey, instance: InstanceId): void
  /** It saw this version of a row that its statement wanted. */
  read(transaction: TransactionNumber, table: string, row: RowKey, found: VersionId): void
  /** A WHERE was answered: told once its statement has found its rows. */
  scanned(transaction: TransactionNumber, scan: Scanned): void
  wrote(transaction: TransactionNumber, written: Written): void
  /** The newest write of this row by this transaction was taken back; the others stand. */
  undid(transaction: TransactionNumber, table: string, row: RowKey): void
  /** What became of transactions of named sessions that were left open; null = they still are. */
  settled(outcomeOf: (transaction: TransactionNumber) => 'committed' | 'rolledBack' | null): void
  ended(transaction: TransactionNumber, how: 'committed' | 'rolledBack'): void
  /**
   * Its user has an answer: what the session began since it was sent counts from that instant, and
   * what ended ends now. What never gets an answer has no end that others could wait for.
   */
  answered(session: SessionKey, sentAt: Micros): void
  /** The workload of a cluster with one writer: a transaction reads, and later is done. */
  works(instance: number, txn: number): void
  worked(instance: number, txn: number): void
  /** An instance died with what it was doing for the workload. */
  crashed(instance: number): void
  /** How a row is called, the first time that it is spoken of; else table and key. */
  named(table: string, row: RowKey, name: string): void
}
