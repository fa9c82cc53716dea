/** What a frame shows of interrupted transactions that are undone after the volume has opened. */
import type { InstanceId } from './ids.ts'
import type { Micros } from './units.ts'

export interface UndoView {
  /** The writer that undoes them, beside the work of its users. */
  instance: InstanceId
  since: Micros
  /** Interrupted transactions found, and those of them not undone yet. */
  transactions: number
  transactionsLeft: number
  /** Changed rows found, and those not put back yet. */
  rows: number
  rowsLeft: number
  /** Transactions of users that wait for one of these rows. */
  waiting: number
}
