/**
 * The state of undo as plain data: which interrupted transactions a writer has found when it opened
 * the volume, which of their rows are still to be put back, and who waits for one. Rule R12.
 */
import type { FactId, Micros } from '../../contract/units.ts'

export interface Undo {
  /** Index of the writer that undoes, and its life, so that a timer of an earlier one is stale. */
  instance: number
  life: number
  since: Micros
  /** Found, and not undone yet; the newest is undone first. */
  interrupted: Interrupted[]
  transactions: number
  rows: number
  /** How often each row was changed by those not undone yet; see `rowName`. */
  owned: Record<string, number>
  /** Slots of user transactions that wait for a row, in order, each with its serial. */
  waiting: { txn: number; serial: number }[]
  /** That undo has begun. */
  fact: FactId
}

/** A transaction without a commit record. */
export interface Interrupted {
  serial: number
  /** Rows that it changed, oldest first, as page and place in one number; the last goes first. */
  rows: number[]
  /** How many of them are put back. */
  undone: number
}

/** Begins with a letter, so that the order of rows is that of their changes. */
export function rowName(key: number): string {
  return `r${key}`
}
