/**
 * A node's turn: steps 6 and 7 of each of its segments begin or are done, and step 8, the scrub,
 * goes on (2017 §3.3).
 */
import type { EventRecord } from '../../kernel/eventQueue.ts'
import type { Context } from '../mechanism.ts'
import type { Segment } from '../world.ts'
import { beginBackup, endBackup } from './backUp.ts'
import { isTurn } from './boundary.ts'
import { beginCollection, endCollection } from './collect.ts'
import { laneOf } from './laneOf.ts'
import { planNode } from './planNode.ts'
import { scrubNode } from './scrub.ts'
import { settle } from './settle.ts'
import { watchThrottle } from './throttle.ts'

/** An instant that was replaced by an earlier one is stale. */
export function nodeDue(ctx: Context, { subject: node }: EventRecord): void {
  const { world } = ctx
  const work = world.pipeline?.nodes[node]
  if (!work || work.ringsAt !== world.now || !world.nodes[node]!.isUp) return
  work.ringsAt = 0
  for (const host of world.nodes[node]!.hosts) {
    ctx.cause = 0
    segmentDue(ctx, world.groups[host >>> 3]!.segments[host & 7]!)
  }
  ctx.cause = 0
  scrubNode(ctx, node)
  planNode(world, node)
}

function segmentDue(ctx: Context, segment: Segment): void {
  const { world } = ctx
  const { parameters } = world
  const lane = laneOf(world, segment)
  if (!lane) return
  settle(world, lane)
  watchThrottle(ctx, segment, lane)
  endBackup(ctx, segment, lane)
  endCollection(ctx, segment, lane)
  if (isTurn(world, lane.node, parameters['storage.backupPeriod'])) {
    beginBackup(world, segment, lane)
  }
  if (isTurn(world, lane.node, parameters['storage.gcPeriod'])) {
    beginCollection(world, segment, lane)
  }
}
