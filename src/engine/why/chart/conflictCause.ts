/** By what a transaction was refused or rolled back: the lines of the chart of conflicts. */
import type { Fact } from '../../contract/facts.ts'

/** Null when the fact tells of no conflict. */
export function conflictCause(fact: Fact): string | null {
  if (fact.fact === 'TransactionRolledBack') return fact.parameters.cause
  if (fact.fact === 'DeadlockFound') return 'deadlock'
  if (fact.fact === 'LockWaitTimedOut') return 'lockTimeout'
  return fact.fact === 'SerializationFailed' ? 'serialization' : null
}
