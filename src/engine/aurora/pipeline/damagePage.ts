/** A page is damaged on a segment's disk; its node does not know yet (P9). */
import { tell } from '../context.ts'
import type { Context } from '../mechanism.ts'
import type { Segment } from '../world.ts'
import { corruptAt } from './corruptAt.ts'
import { laneOf } from './laneOf.ts'
import { planNode } from './planNode.ts'

export function damagePage(ctx: Context, segment: Segment, page: number): void {
  const { world } = ctx
  const lane = laneOf(world, segment)
  if (!lane || corruptAt(world, segment, page)) return
  const fact = tell(ctx, 'PageCorrupted', { segment: segment.id, page })
  lane.corrupt.push({ page, since: world.now, foundAt: 0, asked: -1, askedAt: 0, fact })
  planNode(world, lane.node)
}
