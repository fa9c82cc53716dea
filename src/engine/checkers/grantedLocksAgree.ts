/** Locks that are granted to different transactions agree with each other (rule K14). */
import { mustWaitFor } from '../aurora/relations/locks/lockModes.ts'
import type { Lock } from '../aurora/relations/locks/lockTypes.ts'
import type { Broken, Law } from './law.ts'
import { type LocksSeen, lookAtAllLocks, lookAtLocks } from './sqlTouches.ts'

const id = 'grantedLocksAgree'

export const grantedLocksAgree: Law<LocksSeen> = {
  id,
  rule: 'K14',
  watches: 'touched',
  remember: () => [],
  after: ({ world }, seen) => lookAtLocks(world, seen, (_, queue, on) => check(queue, on)),
  sweep: world => lookAtAllLocks(world, (_, queue, on) => check(queue, on)),
}

/** Of two locks the one asked for later had to wait, if at all: an insert intention for a gap. */
function check(queue: readonly Lock[], instance: string): Broken | null {
  const granted = queue.filter(({ isGranted }) => isGranted)
  for (const later of granted) {
    const other = granted.find(lock => lock.number < later.number && mustWaitFor(lock, later))
    if (other === undefined) continue
    const { table, key, mode, transaction } = later
    const parameters = { instance, table, row: key, mode, transaction, other: other.transaction }
    return { law: id, key: `law.${id}`, parameters }
  }
  return null
}
