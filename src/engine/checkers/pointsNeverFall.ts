/**
 * SCL, PGCL, VCL, VDL, PGMRPL and the highest LSN never fall within one volume epoch; a segment's
 * SCL falls only when it applies a truncation range (2017 §4.1, §4.3).
 */
import type { Context } from '../aurora/context.ts'
import type { Instance } from '../aurora/instance.ts'
import type { Segment, World } from '../aurora/world.ts'
import { whoIs } from './whoIs.ts'
import { hostedAt } from './hostedAt.ts'
import type { Broken, Law } from './law.ts'

const id = 'pointsNeverFall'

interface WriterSeen {
  epoch: number
  vcl: number
  vdl: number
  nextLsn: number
  pgcl: number[]
  lowestReadPoint: number[]
}

interface Seen {
  /** By `group * 8 + slot`. */
  who: string[]
  scl: number[]
  truncationEpoch: number[]
  writers: WriterSeen[]
}

export const pointsNeverFall: Law<Seen> = {
  id,
  rule: 'K2',
  watches: ['segmentCount', 'instanceCount'],
  remember(world) {
    const seen: Seen = { who: [], scl: [], truncationEpoch: [], writers: [] }
    for (const { segments } of world.groups) {
      for (const segment of segments) note(world, seen, segment)
    }
    for (const instance of world.instances) seen.writers.push(seenOf(instance))
    return seen
  },
  after(ctx: Context, seen) {
    const { touched, world } = ctx
    for (let index = 0; index < touched.segmentCount; index++) {
      const host = touched.segments[index]!
      const broken = checkSegment(world, seen, hostedAt(world, host))
      if (broken) return broken
    }
    for (let index = 0; index < touched.instanceCount; index++) {
      const instance = touched.instances[index]!
      const broken = checkWriter(seen.writers[instance]!, world.instances[instance]!)
      if (broken) return broken
    }
    return null
  },
  sweep(world, seen) {
    for (const { segments } of world.groups) {
      for (const segment of segments) {
        const broken = checkSegment(world, seen, segment)
        if (broken) return broken
      }
    }
    return sweepWriters(world, seen)
  },
}

function sweepWriters(world: World, seen: Seen): Broken | null {
  for (let index = 0; index < world.instances.length; index++) {
    const broken = checkWriter(seen.writers[index]!, world.instances[index]!)
    if (broken) return broken
  }
  return null
}

function note(world: World, seen: Seen, segment: Segment): void {
  const { group, slot, scl, truncationEpoch } = segment
  const host = group * 8 + slot
  while (seen.scl.length <= host) {
    seen.who.push('')
    seen.scl.push(0)
    seen.truncationEpoch.push(0)
  }
  seen.who[host] = whoIs(world, segment)
  seen.scl[host] = scl
  seen.truncationEpoch[host] = truncationEpoch
}

/** Another member in the same slot, or the same with an empty disk, begins anew. */
function checkSegment(world: World, seen: Seen, segment: Segment): Broken | null {
  const host = segment.group * 8 + segment.slot
  if (seen.who[host] !== whoIs(world, segment)) note(world, seen, segment)
  const before = seen.scl[host]!
  const isSameEpoch = seen.truncationEpoch[host] === segment.truncationEpoch
  seen.scl[host] = segment.scl
  seen.truncationEpoch[host] = segment.truncationEpoch
  if (segment.scl >= before || !isSameEpoch) return null
  return fell(segment.id, 'SCL', before, segment.scl)
}

function seenOf({ memory }: Instance): WriterSeen {
  return {
    epoch: memory.epoch,
    vcl: memory.vcl,
    vdl: memory.vdl,
    nextLsn: memory.nextLsn,
    pgcl: memory.groups.map(({ pgcl }) => pgcl),
    lowestReadPoint: memory.groups.map(({ lowestReadPoint }) => lowestReadPoint),
  }
}

function checkWriter(seen: WriterSeen, instance: Instance): Broken | null {
  const { memory, status, id: name } = instance
  if (status !== 'open') return null
  const isSameEpoch = seen.epoch === memory.epoch
  const broken = isSameEpoch ? fallen(seen, instance) : null
  seen.epoch = memory.epoch
  seen.vcl = memory.vcl
  seen.vdl = memory.vdl
  seen.nextLsn = memory.nextLsn
  for (let group = 0; group < memory.groups.length; group++) {
    const { pgcl, lowestReadPoint } = memory.groups[group]!
    const before = seen.pgcl[group] ?? 0
    if (isSameEpoch && pgcl < before) return fell(name, 'PGCL', before, pgcl)
    const readPoint = seen.lowestReadPoint[group] ?? 0
    if (isSameEpoch && lowestReadPoint < readPoint) {
      return fell(name, 'PGMRPL', readPoint, lowestReadPoint)
    }
    seen.pgcl[group] = pgcl
    seen.lowestReadPoint[group] = lowestReadPoint
  }
  return broken
}

function fallen(seen: WriterSeen, { id: name, memory }: Instance): Broken | null {
  if (memory.vcl < seen.vcl) return fell(name, 'VCL', seen.vcl, memory.vcl)
  if (memory.vdl < seen.vdl) return fell(name, 'VDL', seen.vdl, memory.vdl)
  if (memory.nextLsn >= seen.nextLsn) return null
  return fell(name, 'highest', seen.nextLsn - 1, memory.nextLsn - 1)
}

function fell(subject: string, point: string, before: number, now: number): Broken {
  return { law: id, key: `law.${id}`, parameters: { subject, point, before, now } }
}
