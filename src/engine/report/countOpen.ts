/**
 * Transactions that have begun at an instance and are not answered yet; typed ones also between
 * their statements.
 */
import { transactionPhase } from '../aurora/database/transactions.ts'
import type { SqlPlace } from '../aurora/sql/sqlWorld.ts'
import type { World } from '../aurora/world.ts'

export function countOpen({ instances, sql }: World): number {
  let open = 0
  for (const { memory } of instances) {
    for (const phase of memory.transactions.phase) if (phase !== transactionPhase.free) open++
  }
  return (sql?.places ?? []).reduce((sum, place) => sum + betweenStatements(place), open)
}

/** While one of its statements runs, a session stands among the transactions of its instance. */
function betweenStatements({ desk }: SqlPlace): number {
  const sessions = [...desk.sessions.values()]
  return sessions.filter(({ transaction, running }) => transaction !== null && running === null)
    .length
}
