/**
 * Reads see their read point: a segment that serves a page has every record of its group up to
 * the point asked for, so that no acknowledged change is missing; and the point lies between two
 * mini-transactions, so that none is seen in part, at a reader neither (2017 §4.2.3; rules D1, D2).
 */
import type { Context } from '../aurora/context.ts'
import { ordinalAtOrBelow } from '../aurora/storage/chain.ts'
import { isKept, type RedoLog, recordFlag, rowOf } from '../aurora/storage/redoLog.ts'
import type { Segment, World } from '../aurora/world.ts'
import { hostedAt } from './hostedAt.ts'
import type { Broken, Law } from './law.ts'

const id = 'readsSeeTheirPoint'

export const readsSeeTheirPoint: Law<null> = {
  id,
  rule: 'K5',
  watches: ['readCount'],
  remember: () => null,
  after(ctx: Context) {
    const { touched, world } = ctx
    for (let index = 0; index < touched.readCount; index++) {
      const host = touched.reads[index]!
      const segment = hostedAt(world, host)
      const broken = check(world, segment, touched.readPoints[index]!)
      if (broken) return broken
    }
    return null
  },
  sweep: () => null,
}

/** Up to its SCL it has everything (another law); above, every record must be on its disk. */
function check(world: World, segment: Segment, point: number): Broken | null {
  const { log } = world
  let ordinal = ordinalAtOrBelow(log, world.groups[segment.group]!, point)
  if (isTorn(log, ordinal, point)) return unseen(segment, point, '.torn')
  if (point <= segment.scl) return null
  while (isKept(log, ordinal) && log.lsn[rowOf(log, ordinal)]! > segment.scl) {
    const row = rowOf(log, ordinal)
    if ((log.heldBy[row]! & (1 << segment.slot)) === 0) return unseen(segment, point, '')
    ordinal = log.previousInGroup[row]!
  }
  return isKept(log, ordinal) ? null : checkBase(world, segment, point)
}

/** What lies below is kept only as a whole: whoever has not reached it lacks some of it. */
function checkBase(world: World, segment: Segment, point: number): Broken | null {
  const { baseLsn } = world.groups[segment.group]!
  return segment.scl < Math.min(point, baseLsn) ? unseen(segment, point, '') : null
}

/** It is no LSN of the group, or of a record that others must be seen with. */
function isTorn(log: RedoLog, ordinal: number, point: number): boolean {
  if (ordinal < 0) return false
  const row = rowOf(log, ordinal)
  return log.lsn[row] !== point || (log.flags[row]! & recordFlag.consistencyPoint) === 0
}

function unseen(segment: Segment, point: number, how: '' | '.torn'): Broken {
  const parameters = { segment: segment.id, point, scl: segment.scl }
  return { law: id, key: `law.${id}${how}`, parameters }
}
