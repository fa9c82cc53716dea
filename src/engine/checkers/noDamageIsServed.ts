/**
 * No read gets a damaged page, and a page that was repaired is what a sound peer holds, with all
 * that its new owner can no longer apply by itself (2017 §3.3; rule P10).
 */
import type { Context } from '../aurora/context.ts'
import { corruptAt } from '../aurora/pipeline/corruptAt.ts'
import { seenLane } from '../aurora/pipeline/laneOf.ts'
import type { Segment, World } from '../aurora/world.ts'
import { hostedAt } from './hostedAt.ts'
import type { Broken, Law } from './law.ts'

const id = 'noDamageIsServed'

export const noDamageIsServed: Law<null> = {
  id,
  rule: 'P10',
  watches: ['segmentCount', 'readCount'],
  remember: () => null,
  after({ touched, world }: Context) {
    if (!world.pipeline) return null
    for (let index = 0; index < touched.readCount; index++) {
      const segment = hostedAt(world, touched.reads[index]!)
      const page = touched.readPages[index]!
      if (corruptAt(world, segment, page)) return wrong(segment, page, '')
    }
    const { lanes } = world.pipeline
    for (let index = 0; index < touched.segmentCount; index++) {
      if (!lanes[touched.segments[index]!]?.repair) continue
      const broken = check(world, hostedAt(world, touched.segments[index]!))
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

/** Looks at the newest repair of the segment. */
function check(world: World, segment: Segment): Broken | null {
  const repair = seenLane(world, segment)?.repair
  if (!repair || repair.isSound) return null
  return wrong(segment, repair.page, '.repair')
}

function wrong(segment: Segment, page: number, key: string): Broken {
  return { law: id, key: `law.${id}${key}`, parameters: { segment: segment.id, page } }
}
