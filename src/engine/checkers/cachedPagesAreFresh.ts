/**
 * A page that a reader has cached has every change up to the point that the reader shows: no read
 * there is older than its read point (2017 §4.2.4). Rules F1, F10, K9.
 */
import type { Context } from '../aurora/context.ts'
import type { Instance } from '../aurora/instance.ts'
import { isAnnulled, rowOf } from '../aurora/storage/redoLog.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'cachedPagesAreFresh'

/** By instance: ordinal up to which its cached pages were found to be fresh. */
type Seen = number[]

export const cachedPagesAreFresh: Law<Seen> = {
  id,
  rule: 'K9',
  watches: ['instanceCount'],
  remember: world => world.instances.map(() => -1),
  after({ touched, world }: Context, seen) {
    for (let index = 0; index < touched.instanceCount; index++) {
      const instance = touched.instances[index]!
      const broken = check(world, world.instances[instance]!, seen[instance]!)
      if (broken) return broken
      seen[instance] = world.instances[instance]!.memory.vdlOrdinal
    }
    return null
  },
  sweep(world) {
    for (const instance of world.instances) {
      const broken = check(world, instance, -1)
      if (broken) return broken
    }
    return null
  },
}

function check({ log }: World, instance: Instance, above: number): Broken | null {
  const { role, status, memory } = instance
  if (role !== 'reader' || status !== 'open') return null
  const first = Math.max(above + 1, log.first)
  for (let ordinal = memory.vdlOrdinal; ordinal >= first; ordinal--) {
    if (isAnnulled(log, ordinal)) continue
    const row = rowOf(log, ordinal)
    const frame = memory.pool.frameOfPage[log.page[row]!]!
    if (frame >= 0 && memory.pool.lsnOfFrame[frame]! < log.lsn[row]!) {
      return stale(instance, log.page[row]!, log.lsn[row]!)
    }
  }
  return null
}

function stale({ id: reader, memory }: Instance, page: number, lsn: number): Broken {
  return { law: id, key: `law.${id}`, parameters: { reader, page, lsn, vdl: memory.vdl } }
}
