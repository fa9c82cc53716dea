/**
 * Nothing that an open reader may still read counts as collectable: no segment was told of a lowest
 * read point above the reader's own, nor above that of a page it waits for (2018 §3.4). Rules F11,
 * K8.
 */
import type { Context } from '../aurora/context.ts'
import type { Instance } from '../aurora/instance.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'readersCount'

export const readersCount: Law<null> = {
  id,
  rule: 'K8',
  watches: ['segmentCount'],
  remember: () => null,
  after: ({ touched, world }: Context) => (touched.segmentCount > 0 ? check(world) : null),
  sweep: check,
}

function check(world: World): Broken | null {
  for (let index = 0; index < world.instances.length; index++) {
    const reader = world.instances[index]!
    const isReading = reader.role === 'reader' && reader.status === 'open'
    if (!isReading || !world.failover!.streams[index]!.isJoined) continue
    const broken = checkReader(world, reader)
    if (broken) return broken
  }
  return null
}

function checkReader({ groups }: World, { id: reader, memory }: Instance): Broken | null {
  for (let group = 0; group < groups.length; group++) {
    const point = pointOf(memory, group)
    for (const { id: segment, lowestReadPoint } of groups[group]!.segments) {
      if (lowestReadPoint <= point) continue
      return { law: id, key: `law.${id}`, parameters: { reader, segment, point, lowestReadPoint } }
    }
  }
  return null
}

function pointOf({ groups, reads }: Instance['memory'], group: number): number {
  let point = groups[group]!.durableLsn
  for (let slot = 0; slot < reads.number.length; slot++) {
    const isOurs = reads.number[slot] !== 0 && reads.group[slot] === group
    if (isOurs) point = Math.min(point, reads.point[slot]!)
  }
  return point
}
