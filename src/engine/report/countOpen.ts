/** Transactions that have begun at an instance and are not answered yet. */
import { transactionPhase } from '../aurora/database/transactions.ts'
import type { World } from '../aurora/world.ts'

export function countOpen({ instances }: World): number {
  let open = 0
  for (const { memory } of instances) {
    for (const phase of memory.transactions.phase) if (phase !== transactionPhase.free) open++
  }
  return open
}
