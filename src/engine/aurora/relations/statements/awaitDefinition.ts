/**
 * Until a definition is over, the other writers may only read the table (user guide, *DDL*): who
 * begins to write it waits. Whoever has used it already in this transaction is waited for, and so
 * goes on. Rules J26, D19.
 */
import { definitionResource } from '../locks/resources.ts'
import { numberOf, suspend, type Work } from '../sessions/work.ts'
import type { Table } from '../tables/tableTypes.ts'

function hasUsed(work: Work, { name }: Table): boolean {
  const queue = work.desk.locks.byResource.get(definitionResource(name)) ?? []
  return queue.some(lock => lock.isGranted && lock.transaction === numberOf(work))
}

/** Who would write a table that another writer is defining waits, or is refused by the host. */
export function awaitDefinition(work: Work, table: Table, isRead: boolean): void {
  const { peers } = work.host
  if (peers === undefined || isRead || work.running.isFenced === true) return
  if (peers.isBeingDefined(table.name) && !hasUsed(work, table)) suspend({ state: 'fenced' })
}
