/**
 * Nothing is collected that a read may still ask for, or that is not in object storage: what a
 * segment has collected lies at or below its lowest read point (PGMRPL) and what it has backed up,
 * and no read is served below it (2018 §2.1, §3.4; rule P7).
 */
import type { Context } from '../aurora/context.ts'
import { seenLane } from '../aurora/pipeline/laneOf.ts'
import type { Segment, World } from '../aurora/world.ts'
import { hostedAt } from './hostedAt.ts'
import type { Broken, Law } from './law.ts'

const id = 'collectedIsBackedUp'

export const collectedIsBackedUp: Law<null> = {
  id,
  rule: 'P7',
  watches: ['segmentCount', 'readCount'],
  remember: () => null,
  after({ touched, world }: Context) {
    if (!world.pipeline) return null
    const { lanes } = world.pipeline
    for (let index = 0; index < touched.segmentCount; index++) {
      const lane = lanes[touched.segments[index]!]
      if (!lane || lane.collected === 0) continue
      const broken = check(world, hostedAt(world, touched.segments[index]!))
      if (broken) return broken
    }
    for (let index = 0; index < touched.readCount; index++) {
      const segment = hostedAt(world, touched.reads[index]!)
      const broken = checkRead(world, segment, touched.readPoints[index]!)
      if (broken) return broken
    }
    return null
  },
  sweep(world) {
    for (const { segments } of world.groups) {
      for (const segment of segments) {
        const broken = check(world, segment)
        if (broken) return broken
      }
    }
    return null
  },
}

function check(world: World, segment: Segment): Broken | null {
  const lane = seenLane(world, segment)
  if (!lane) return null
  const { collected, backedUp } = lane
  if (collected > backedUp) return wrong(segment, '.notBackedUp', collected, backedUp)
  if (collected <= segment.lowestReadPoint) return null
  return wrong(segment, '', collected, segment.lowestReadPoint)
}

function checkRead(world: World, segment: Segment, point: number): Broken | null {
  const collected = seenLane(world, segment)?.collected ?? 0
  return point < collected ? wrong(segment, '.read', collected, point) : null
}

function wrong(segment: Segment, key: string, collected: number, allowed: number): Broken {
  return {
    law: id,
    key: `law.${id}${key}`,
    parameters: { segment: segment.id, collected, allowed },
  }
}
