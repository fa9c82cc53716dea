/**
 * A member with an empty disk gets the pages and the log of its group from a peer, part by part and
 * by messages; how long that takes follows from the size of a segment and the speed of a link (2017
 * §2.2). A tail needs the log only (2018 §4.2). What was written meanwhile comes by gossip.
 * Rules M10, M11.
 */
import { free } from '../../kernel/network.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { Micros } from '../../contract/units.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { isJoined } from '../status/reachability.ts'
import { reportScl } from '../storage/gossip.ts'
import { beginPersisting, timeOn } from '../storage/persist.ts'
import { copyFromPeer, noteHole, raiseScl, segmentOn } from '../storage/segment.ts'
import type { Segment, World } from '../world.ts'
import { planLook } from './planLook.ts'
import { membershipEventKind } from './membershipEventKind.ts'

/** A segment is copied in so many messages, so that one sees how far it is. */
const parts = 16
/** Share of the log in a segment, percent (*assumption*; the example of 2018 §4.2 is derived). */
const logPercent = 5

export function startFilling(ctx: Context, group: number, slot: number): void {
  const member = ctx.world.membership!.groups[group]!.members[slot]!
  member.isLost = false
  member.filling = { parts, done: 0, giver: -1, askedAt: 0, fact: ctx.cause }
  askPart(ctx, group, slot)
}

/** M10: how long the peer takes for one part. */
export function partMicros(world: World, group: number, slot: number): Micros {
  const isTail = (world.membership!.groups[group]!.tails >>> slot) & 1
  const whole = world.parameters['repair.transfer']
  return Math.ceil((isTail ? (whole * logPercent) / 100 : whole) / parts)
}

/** When nobody can give, it is asked again later. */
export function askPart(ctx: Context, group: number, slot: number): void {
  const { world } = ctx
  const { filling } = world.membership!.groups[group]!.members[slot]!
  const { segments } = world.groups[group]!
  const giver = chooseGiver(world, segments[slot]!)
  filling!.askedAt = world.now
  filling!.giver = giver?.node ?? -1
  if (!giver) return
  ctx.cause = filling!.fact
  payload.a = group
  payload.b = filling!.done
  const from = world.nodes[segments[slot]!.node]!.actor
  sendMessage(ctx, from, world.nodes[giver.node]!.actor, messageNumber.AskPart)
}

/** M10: one that counts and is within reach, for pages a full one; no slow one if need be. */
function chooseGiver(world: World, asking: Segment): Segment | null {
  const { uncounted, tails, members } = world.membership!.groups[asking.group]!
  const needsPages = ((tails >>> asking.slot) & 1) === 0
  const without = needsPages ? uncounted | tails : uncounted
  let best: Segment | null = null
  for (const peer of world.groups[asking.group]!.segments) {
    const isOut = ((without >>> peer.slot) & 1) === 1 || peer.slot === asking.slot
    if (isOut || members[peer.slot]!.filling || !isWithinReach(world, asking, peer)) continue
    if (best === null || isBetter(world, peer, best)) best = peer
  }
  return best
}

/** A quicker one; of equally quick ones who has come furthest. */
function isBetter({ nodes }: World, one: Segment, other: Segment): boolean {
  const speed = nodes[one.node]!.slowPpm - nodes[other.node]!.slowPpm
  return speed === 0 ? one.scl > other.scl : speed < 0
}

function isWithinReach(world: World, one: Segment, other: Segment): boolean {
  const from = world.nodes[one.node]!
  const to = world.nodes[other.node]!
  return from.isUp && to.isUp && isJoined(world, from.actor, to.actor)
}

export function receiveAskPart(ctx: Context, node: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const group = messages.a[slot]!
  const asking = segmentOn(world, group, messages.from[slot]! - world.instances.length)
  if (!asking || !segmentOn(world, group, node)) return false
  const host = world.nodes[node]!
  const takes = timeOn(host, partMicros(world, group, asking.slot))
  schedule(world.queue, world.now + takes, membershipEventKind.partReady, slot, host.life)
  return true
}

export function partReady(ctx: Context, slot: number, life: number): void {
  const { world } = ctx
  const { messages } = world.network
  const node = messages.to[slot]! - world.instances.length
  const segment = segmentOn(world, messages.a[slot]!, node)
  ctx.cause = messages.cause[slot]!
  if (world.nodes[node]!.life === life && segment) {
    payload.a = segment.group
    payload.b = messages.b[slot]!
    payload.c = messages.b[slot] === parts - 1 ? segment.scl : 0
    sendMessage(ctx, messages.to[slot]!, messages.from[slot]!, messageNumber.GivePart)
  }
  free(world.network, slot)
}

export function receiveGivePart(ctx: Context, node: number, slot: number): boolean {
  const { messages } = ctx.world.network
  const segment = segmentOn(ctx.world, messages.a[slot]!, node)
  return segment !== null && beginPersisting(ctx, node, slot)
}

export function persistGivePart(ctx: Context, node: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const group = messages.a[slot]!
  const segment = segmentOn(world, group, node)
  const giver = segmentOn(world, group, messages.from[slot]! - world.instances.length)
  const filling = segment && world.membership!.groups[group]!.members[segment.slot]!.filling
  if (!filling || filling.done !== messages.b[slot]) return
  filling.done++
  const told = { segment: segment.id, from: giver?.id ?? '', part: filling.done, parts }
  ctx.cause = ctx.isListening ? tell(ctx, 'PartReceived', told) : skipFact(ctx)
  if (filling.done < parts) askPart(ctx, group, segment.slot)
  else finishFilling(ctx, segment, messages.c[slot]!)
}

/** It has what the giver had; from now on it gossips as any other. */
function finishFilling(ctx: Context, segment: Segment, upTo: number): void {
  const { world } = ctx
  world.membership!.groups[segment.group]!.members[segment.slot]!.filling = null
  ctx.storage?.receiveGossip(ctx, segment, upTo)
  copyFromPeer(world, segment, 0, upTo)
  raiseScl(world, segment)
  noteHole(ctx, segment, 'gossip')
  reportScl(ctx, segment)
  planLook(world, world.now)
}
