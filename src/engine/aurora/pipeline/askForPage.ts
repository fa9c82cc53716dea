/** A segment asks its peers in turn for a sound copy of a page (P10). */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../mechanism.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { Segment } from '../world.ts'
import { hostOf, seenLane } from './laneOf.ts'
import type { CorruptPage } from './pipeline.ts'
import { pipelineEventKind } from './pipelineEventKind.ts'

export function askForPage(ctx: Context, segment: Segment, corrupt: CorruptPage): void {
  const { world } = ctx
  const { segments } = world.groups[segment.group]!
  const before = corrupt.asked < 0 ? segment.slot : corrupt.asked
  corrupt.asked = (before + 1) % segments.length
  if (corrupt.asked === segment.slot) corrupt.asked = (corrupt.asked + 1) % segments.length
  corrupt.askedAt = world.now
  payload.a = segment.group
  payload.b = corrupt.page
  payload.c = seenLane(world, segment)!.collected
  payload.d = segment.epoch
  const { actor } = world.nodes[segment.node]!
  const peer = world.nodes[segments[corrupt.asked]!.node]!
  sendMessage(ctx, actor, peer.actor, messageNumber.AskPage)
  const waitsUntil = world.now + world.parameters['network.resendMax']
  schedule(world.queue, waitsUntil, pipelineEventKind.repairDue, hostOf(segment), corrupt.page)
}
