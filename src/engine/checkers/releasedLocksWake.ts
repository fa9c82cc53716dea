/**
 * Every lock that is let go wakes who can go on: nobody waits for nothing, and nobody who was woken
 * is left alone (rule K16).
 */
import { blockersAt } from '../aurora/relations/locks/lockTable.ts'
import type { Lock } from '../aurora/relations/locks/lockTypes.ts'
import type { Desk } from '../aurora/relations/relations.ts'
import type { Broken, Law } from './law.ts'
import { type LocksSeen, lookAtAllLocks, lookAtLocks } from './sqlTouches.ts'

const id = 'releasedLocksWake'

export const releasedLocksWake: Law<LocksSeen> = {
  id,
  rule: 'K16',
  watches: 'touched',
  remember: () => [],
  after: ({ world }, seen) => lookAtLocks(world, seen, check),
  sweep: world => lookAtAllLocks(world, check),
}

function check({ locks }: Desk, queue: readonly Lock[], instance: string): Broken | null {
  const idle = queue.find((lock, place) => !lock.isGranted && blockersAt(queue, place).length === 0)
  const transaction = idle?.transaction ?? locks.woken[0]
  if (transaction === undefined) return null
  return { law: id, key: `law.${id}`, parameters: { instance, transaction } }
}
