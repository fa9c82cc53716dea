/**
 * Gossip: the segments of a group compare SCLs and give each other what is missing, off the
 * foreground path (2017 §3.3 step 4, §4.2.1; 2018 §2.3). Period and fan-out are assumptions; a
 * raised SCL is told to the writer at once, otherwise PGCL would stall until the next write.
 * Rules L14–L16.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { below } from '../../kernel/streams.ts'
import type { Context } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { Segment, World } from '../world.ts'
import { catchUpTruncations } from './epoch.ts'
import { beginPersisting } from './persist.ts'
import { copyFromPeer, noteHole, raiseScl, segmentOn } from './segment.ts'

/** L14: tells its SCL to peers chosen at random, and does so again after a period. */
export function gossipDue(ctx: Context, segment: Segment): void {
  const { world } = ctx
  if (!rests(world, segment.group)) tellPeers(ctx, segment)
  scheduleGossip(world, segment, world.parameters['storage.gossipPeriod'])
}

function tellPeers(ctx: Context, segment: Segment): void {
  const { world } = ctx
  const fanout = Math.min(
    world.parameters['storage.gossipFanout'],
    segmentCount(world, segment) - 1,
  )
  let chosen = 1 << segment.slot
  for (let told = 0; told < fanout; told++) {
    const peer = choosePeer(world, segment, chosen)
    chosen |= 1 << peer
    tellScl(ctx, segment, world.groups[segment.group]!.segments[peer]!, 1)
  }
}

/** P1: background work is off; to open a volume or fill a member takes gossip (R8, M10). */
function rests({ instances, membership, parameters }: World, group: number): boolean {
  if (parameters['storage.background'] === 1) return false
  const members = membership?.groups[group]
  if (members && (members.uncounted !== 0 || members.changes.length > 0)) return false
  return instances.every(({ status }) => status !== 'opening')
}

function segmentCount(world: World, segment: Segment): number {
  return world.groups[segment.group]!.segments.length
}

/** A slot not yet in `chosen`, each as likely as any other. */
function choosePeer(world: World, segment: Segment, chosen: number): number {
  const count = segmentCount(world, segment)
  let slot = below(world.streams.gossip, count)
  while ((chosen >>> slot) & 1) slot = (slot + 1) % count
  return slot
}

export function scheduleGossip(world: World, segment: Segment, afterMicros: number): void {
  const { life } = world.nodes[segment.node]!
  const subject = segment.group * 8 + segment.slot
  schedule(world.queue, world.now + afterMicros, eventKind.gossip, subject, life)
}

function tellScl(ctx: Context, segment: Segment, peer: Segment, wantsAnswer: number): void {
  payload.a = segment.group
  payload.b = segment.scl
  payload.c = segment.epoch
  payload.d = wantsAnswer
  sendMessage(ctx, actorOf(ctx, segment), actorOf(ctx, peer), messageNumber.Gossip)
}

function actorOf(ctx: Context, segment: Segment): number {
  return ctx.world.nodes[segment.node]!.actor
}

/** L15: who has more gives; who has less says so; a stale epoch is told the newer one (R11). */
export function receiveGossip(ctx: Context, node: number, slot: number): void {
  const { messages } = ctx.world.network
  const segment = segmentOn(ctx.world, messages.a[slot]!, node)
  const peer = segmentOfActor(ctx.world, messages.a[slot]!, messages.from[slot]!)
  if (!segment || !peer) return
  const scl = messages.b[slot]!
  const epoch = messages.c[slot]!
  if (epoch > segment.epoch) catchUpTruncations(ctx, segment, epoch)
  if (epoch < segment.epoch) tellScl(ctx, segment, peer, 0)
  else if (scl < segment.scl) giveRecords(ctx, segment, peer, scl)
  else if (scl > segment.scl && messages.d[slot] === 1) tellScl(ctx, segment, peer, 0)
}

function segmentOfActor(world: World, group: number, actor: number): Segment | null {
  const segments = world.groups[group]!.segments
  for (let slot = 0; slot < segments.length; slot++) {
    if (world.nodes[segments[slot]!.node]!.actor === actor) return segments[slot]!
  }
  return null
}

function giveRecords(ctx: Context, segment: Segment, peer: Segment, above: number): void {
  payload.a = segment.group
  payload.b = above
  payload.c = segment.scl
  payload.d = segment.epoch
  sendMessage(ctx, actorOf(ctx, segment), actorOf(ctx, peer), messageNumber.GossipRecords)
}

/** Records of a peer with an older epoch may be annulled: they are not taken. */
export function receiveGossipRecords(ctx: Context, node: number, slot: number): boolean {
  const { messages } = ctx.world.network
  const segment = segmentOn(ctx.world, messages.a[slot]!, node)
  if (!segment || messages.d[slot]! < segment.epoch || messages.c[slot]! <= segment.scl)
    return false
  return beginPersisting(ctx, node, slot)
}

export function persistGossip(ctx: Context, node: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const segment = segmentOn(world, messages.a[slot]!, node)
  if (!segment) return
  if (messages.d[slot]! < segment.epoch) return
  catchUpTruncations(ctx, segment, messages.d[slot]!)
  const before = segment.scl
  ctx.storage?.receiveGossip(ctx, segment, messages.c[slot]!)
  copyFromPeer(world, segment, messages.b[slot]!, messages.c[slot]!)
  raiseScl(world, segment)
  noteHole(ctx, segment, 'gossip')
  if (segment.scl > before) reportScl(ctx, segment)
}

/** L16: the writer learns of a raised SCL at once (*assumption*). */
export function reportScl(ctx: Context, segment: Segment): void {
  for (const instance of ctx.world.instances) {
    if (instance.role !== 'writer') continue
    payload.a = segment.group
    payload.b = segment.scl
    payload.c = segment.epoch
    sendMessage(ctx, actorOf(ctx, segment), instance.actor, messageNumber.SclReport)
  }
}
