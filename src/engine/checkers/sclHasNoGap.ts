/**
 * SCL has no gap: a segment has on disk every record of its group's chain at or below its SCL
 * (2018 §2.3). What was looked at once stays on disk, so only the new part is walked.
 */
import type { Context } from '../aurora/context.ts'
import { isKept, rowOf } from '../aurora/storage/redoLog.ts'
import type { Segment, World } from '../aurora/world.ts'
import { hostedAt } from './hostedAt.ts'
import type { Broken, Law } from './law.ts'

const id = 'sclHasNoGap'

/** By `group * 8 + slot`: the SCL up to which everything was found. */
type Verified = number[]

export const sclHasNoGap: Law<Verified> = {
  id,
  rule: 'K3',
  watches: ['segmentCount'],
  remember: world => new Array<number>(world.groups.length * 8).fill(0),
  after(ctx: Context, verified) {
    const { touched, world } = ctx
    for (let index = 0; index < touched.segmentCount; index++) {
      const host = touched.segments[index]!
      const segment = hostedAt(world, host)
      if (segment.scl === verified[host]) continue
      const broken = check(world, segment, Math.min(verified[host]!, segment.scl))
      if (broken) return broken
      verified[host] = segment.scl
    }
    return null
  },
  sweep(world) {
    for (const { segments } of world.groups) {
      for (const segment of segments) {
        const broken = check(world, segment, -1)
        if (broken) return broken
      }
    }
    return null
  },
}

/** Walks down the chain from the SCL to what is known; the older base is held as a whole. */
function check(world: World, segment: Segment, above: number): Broken | null {
  const { log } = world
  const bit = 1 << segment.slot
  let ordinal = segment.sclOrdinal
  if (ordinal < 0) return checkBase(world, segment)
  if (!isKept(log, ordinal) || log.lsn[rowOf(log, ordinal)] !== segment.scl) {
    return gap(segment, segment.scl)
  }
  while (isKept(log, ordinal) && log.lsn[rowOf(log, ordinal)]! > above) {
    const row = rowOf(log, ordinal)
    if ((log.heldBy[row]! & bit) === 0) return gap(segment, log.lsn[row]!)
    ordinal = log.previousInGroup[row]!
  }
  return null
}

/** Its SCL is in the part that the log keeps only as a whole: there can be nothing above it. */
function checkBase(world: World, segment: Segment): Broken | null {
  const { baseLsn } = world.groups[segment.group]!
  return segment.scl > baseLsn ? gap(segment, baseLsn + 1) : null
}

function gap(segment: Segment, missing: number): Broken {
  const parameters = { segment: segment.id, scl: segment.scl, missing }
  return { law: id, key: `law.${id}`, parameters }
}
