/**
 * A damaged page is fetched from a peer of the group, by messages: the peers are asked in turn, a
 * silent one is given up after a while. A peer looks at its own checksum first, and must have all
 * that the asker has collected (2017 §3.3; *assumption* in the details, P10).
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { EventRecord } from '../../kernel/eventQueue.ts'
import { free } from '../../kernel/network.ts'
import { tell, touchSegment } from '../context.ts'
import type { Context } from '../mechanism.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { catchUpTruncations } from '../storage/epoch.ts'
import { beginPersisting, timeOn } from '../storage/persist.ts'
import { segmentOn } from '../storage/segment.ts'
import type { Segment } from '../world.ts'
import { askForPage } from './askForPage.ts'
import { canGive } from './canGive.ts'
import { corruptAt, forgetDamage } from './corruptAt.ts'
import { findCorrupt } from './findCorrupt.ts'
import { hostOf, seenLane } from './laneOf.ts'
import { endPageFault } from './endPageFault.ts'
import { pipelineEventKind } from './pipelineEventKind.ts'

/** No answer: the next peer is asked. */
export function repairDue(ctx: Context, { subject, detail: page }: EventRecord): void {
  const { world } = ctx
  const segment = world.groups[subject >>> 3]!.segments[subject & 7]
  const corrupt = segment ? corruptAt(world, segment, page) : null
  if (!segment || !corrupt || corrupt.foundAt === 0) return
  if (!world.nodes[segment.node]!.isUp) return
  if (world.now - corrupt.askedAt < world.parameters['network.resendMax']) return
  ctx.cause = corrupt.fact
  askForPage(ctx, segment, corrupt)
}

/** The peer reads the page, which takes its time. */
export function receiveAskPage(ctx: Context, actor: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const index = actor - world.instances.length
  const node = world.nodes[index]!
  const segment = segmentOn(world, messages.a[slot]!, index)
  if (!segment) return false
  if (messages.d[slot]! > segment.epoch) catchUpTruncations(ctx, segment, messages.d[slot]!)
  const takes = timeOn(node, world.parameters['storage.pageRead'])
  schedule(world.queue, world.now + takes, pipelineEventKind.pageRead, slot, node.life)
  return true
}

export function pageRead(ctx: Context, { subject: slot, detail: life }: EventRecord): void {
  const { world } = ctx
  const { messages } = world.network
  const index = messages.to[slot]! - world.instances.length
  const segment = segmentOn(world, messages.a[slot]!, index)
  ctx.cause = messages.cause[slot]!
  if (segment && world.nodes[index]!.life === life) givePage(ctx, segment, slot)
  free(world.network, slot)
}

function givePage(ctx: Context, segment: Segment, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const page = messages.b[slot]!
  const isDamaged = corruptAt(world, segment, page) !== null
  payload.a = segment.group
  payload.b = page
  payload.c = segment.scl
  payload.d = segment.epoch
  payload.e = canGive(world, segment, slot) ? 0 : 1
  sendMessage(ctx, messages.to[slot]!, messages.from[slot]!, messageNumber.GivePage)
  if (isDamaged) findCorrupt(ctx, hostOf(segment), page, 'peer')
}

export function receiveGivePage(ctx: Context, actor: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const node = actor - world.instances.length
  const segment = segmentOn(world, messages.a[slot]!, node)
  const corrupt = segment && corruptAt(world, segment, messages.b[slot]!)
  if (!segment || !corrupt) return false
  if (messages.e[slot] === 0) return beginPersisting(ctx, node, slot)
  askForPage(ctx, segment, corrupt)
  return false
}

/** The sound page is on disk. */
export function persistPage(ctx: Context, node: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const segment = segmentOn(world, messages.a[slot]!, node)
  const page = messages.b[slot]!
  const corrupt = segment && corruptAt(world, segment, page)
  const giver = segmentOn(world, messages.a[slot]!, messages.from[slot]! - world.instances.length)
  if (!segment || !corrupt || !giver) return
  const lane = seenLane(world, segment)!
  const isSound = corruptAt(world, giver, page) === null
  lane.repair = { page, from: giver.slot, lsn: messages.c[slot]!, isSound }
  lane.repaired++
  forgetDamage(world, segment, page)
  touchSegment(ctx, segment.group, segment.slot)
  const tookMicros = world.now - corrupt.foundAt
  ctx.cause = tell(ctx, 'PageRepaired', {
    segment: segment.id,
    page,
    from: giver.id,
    tookMicros,
  })
  endPageFault(ctx, segment, page)
}
