/**
 * Multi-Master: a lock or latch of a writer belongs to a transaction of that writer, and who waits
 * for one waits at its own writer; nobody asks another writer's (rule C30).
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'locksAreLocal'

export const locksAreLocal: Law<null> = {
  id,
  rule: 'C30',
  watches: ['instanceCount'],
  remember: () => null,
  after({ world, touched }) {
    for (let row = 0; row < touched.instanceCount; row++) {
      const broken = check(world, touched.instances[row]!)
      if (broken) return broken
    }
    return null
  },
  sweep(world) {
    for (let writer = 0; writer < world.instances.length; writer++) {
      const broken = check(world, writer)
      if (broken) return broken
    }
    return null
  },
}

/** Typed sessions stand below zero; their mechanism has laws of its own. */
function check(world: World, writer: number): Broken | null {
  const { transactions, writers } = mmOf(world)
  for (const { key, owner } of writers[writer]!.holds) {
    if (owner < 0) continue
    const { serial, writer: at } = transactions[owner]!
    if (serial > 0 && at === writer) continue
    const instance = world.instances[writer]!.id
    return { law: id, key: `law.${id}`, parameters: { instance, key, transaction: serial } }
  }
  return null
}
