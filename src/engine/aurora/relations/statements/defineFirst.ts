/**
 * Definitions with several writers: the owner of DDL is asked first, and the statement goes on when
 * every writer knows that the table changes (user guide, *DDL*). Rules J26, D19, D22.
 */
import type { Desk } from '../relations.ts'
import { suspend, type Work } from '../sessions/work.ts'
import { isDefinition } from './definitions.ts'

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
