/**
 * Definitions with several writers: the owner of DDL is asked first, and the statement goes on when
 * every writer knows that the table changes. Until it is over the others may only read the table
 * (user guide, *DDL*). Rules J26, D19, D22.
 */
import type { Desk } from '../relations.ts'
import { suspend, type Work } from '../sessions/work.ts'
import type { Table } from '../tables/tableTypes.ts'
import { isDefinition } from './definitions.ts'
import type { TableUse } from './openTable.ts'

/** Stops until the host has called `noteFenced`. */
export function defineFirst({ host, running }: Work): void {
  const { statement, isFenced } = running
  if (host.peers === undefined || isFenced === true || !isDefinition(statement)) return
  suspend({ state: 'ddl', table: statement.table?.name ?? '' })
}

/** All writers know that the table changes, and nobody uses it any more. */
export function noteFenced({ sessions }: Desk, number: number): void {
  const running = sessions.get(number)?.running
  if (running) running.isFenced = true
}

/** Who would write a table that another writer is defining waits, or is refused by the host. */
export function awaitDefinition({ host, running }: Work, table: Table, use: TableUse): void {
  const { peers } = host
  if (peers === undefined || use === 'read' || running.isFenced === true) return
  if (peers.isBeingDefined(table.name)) suspend({ state: 'fenced' })
}
