/**
 * What statements tell whoever keeps the history of the run. Only the calls stand here: what is
 * made of them is loaded where a history is kept.
 */
import type { InstanceId } from '../../contract/ids.ts'
import type { Key, Table, Version } from './tables/tableTypes.ts'

export interface StatementHistory {
  /** BEGIN: the next transaction of the session counts from here. */
  opened(session: string): void
  began(transaction: number, session: string, instance: InstanceId): void
  ended(transaction: number, how: 'committed' | 'rolledBack'): void
  /** A row that a statement gives, locks or changes. */
  rowRead(transaction: number, table: Table, row: Key, version: Version): void
  rowWritten(table: Table, row: Key, version: Version): void
  rowUndone(transaction: number, table: Table, row: Key): void
  /**
   * A statement (its `Work`) goes through a table: gives the scan (a `Scan`) to carry out, which
   * tells each row, and a call for its end.
   */
  listenTo<S extends object>(work: object, scan: S): { scan: S; done(): void }
}
