/**
 * Who waits for whom, cycles among them, and the victim. InnoDB looks when a wait begins and gives
 * up the transaction that changed the fewest rows; PostgreSQL looks after deadlock_timeout and
 * gives up the one that looks. Rules I6, I7 (reference multi-master, E1, E2).
 */
import { blockersAt } from './lockTable.ts'
import type { LockTable } from './lockTypes.ts'

/** Transactions for which this one waits, in the order of their locks; none = it does not wait. */
export function holdersOf(locks: LockTable, transaction: number): number[] {
  const resource = locks.waits.get(transaction)
  const queue = resource === undefined ? [] : (locks.byResource.get(resource) ?? [])
  const place = queue.findIndex(lock => lock.transaction === transaction && !lock.isGranted)
  if (place === -1) return []
  return [...new Set(blockersAt(queue, place).map(lock => lock.transaction))]
}

/**
 * A cycle of waits through this transaction, which stands first, each waiting for the next; null =
 * there is none. Transactions that lead nowhere are looked at once.
 */
export function findCycle(locks: LockTable, transaction: number): number[] | null {
  const path = [transaction]
  const seen = new Set(path)
  return goRound(locks, path, seen) ? path : null
}

function goRound(locks: LockTable, path: number[], seen: Set<number>): boolean {
  const holders = holdersOf(locks, path[path.length - 1]!)
  if (holders.includes(path[0]!)) return true
  for (const holder of holders) {
    if (seen.has(holder)) continue
    seen.add(holder)
    path.push(holder)
    if (goRound(locks, path, seen)) return true
    path.pop()
  }
  return false
}

/** InnoDB: fewest changed rows; on a tie the one that closed the cycle, which stands first. */
export function victimOf(cycle: readonly number[], rowsChanged: (one: number) => number): number {
  return cycle.reduce((victim, one) => (rowsChanged(one) < rowsChanged(victim) ? one : victim))
}
