/** Why a transaction was rolled back, in two words. */
import type { RollbackCause } from '../engine/contract/refusals.ts'

export const causeWords: Record<RollbackCause, string> = {
  inFlight: 'in flight',
  staleBase: 'stale base',
  noWinner: 'no winner',
  rowOwned: 'row owned',
  deadlock: 'local deadlock',
  lockTimeout: 'lock timeout',
}

/** In the order in which they are named. */
export const allCauses = Object.keys(causeWords) as RollbackCause[]
