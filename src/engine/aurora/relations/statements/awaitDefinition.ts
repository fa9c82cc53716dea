/**
 * Until a definition is over, the other writers may only read the table (user guide, *DDL*). Rules
 * J26, D19.
 */
import { suspend, type Work } from '../sessions/work.ts'
import type { Table } from '../tables/tableTypes.ts'

/** Who would write a table that another writer is defining waits, or is refused by the host. */
export function awaitDefinition({ host, running }: Work, table: Table, isRead: boolean): void {
  const { peers } = host
  if (peers === undefined || isRead || running.isFenced === true) return
  if (peers.isBeingDefined(table.name)) suspend({ state: 'fenced' })
}
