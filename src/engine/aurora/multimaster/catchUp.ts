/**
 * A copy that missed a verdict catches up from its peers: copies of a group compare how far they
 * are and give each other what is missing, as gossip does in the single-master log. Tentative
 * changes whose verdict a copy missed are looked up once they are old. Rules C7, C8.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { below } from '../../kernel/streams.ts'
import type { Context } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { cancelTentative, dropTentative, keepForGood, segmentAt } from './copies.ts'
import { mmGroupOf, mmOf, slotOn, slots } from './mmPlaces.ts'
import { verdict } from './multiMaster.ts'
import { raiseScl } from './ownLog.ts'
import { isOpen, partIn, proposalOf } from './proposals.ts'

/** C7: the timer of a segment, in place of the core's. */
export function compareDue(ctx: Context, host: number, life: number): void {
  const { world } = ctx
  const group = host >>> 3
  const slot = host & 7
  const { node } = world.groups[group]!.segments[slot]!
  if (world.nodes[node]!.life !== life) return
  lookUpOld(ctx, group, slot)
  compare(ctx, group, slot, { peer: choosePeer(world, slot), wants: 1 })
  const at = world.now + world.parameters['storage.gossipPeriod']
  schedule(world.queue, at, eventKind.gossip, host, life)
}

function choosePeer(world: World, slot: number): number {
  const other = below(mmOf(world).streams.catchUp, slots - 1)
  return other >= slot ? other + 1 : other
}

interface Told {
  peer: number
  /** 1 = the peer shall say what it has. */
  wants: number
}

function compare(ctx: Context, group: number, slot: number, { peer, wants }: Told): void {
  const { world } = ctx
  payload.a = group
  payload.b = segmentAt(world, group, slot).count
  payload.d = wants
  sendMessage(ctx, actorAt(world, group, slot), actorAt(world, group, peer), messageNumber.Gossip)
}

function actorAt(world: World, group: number, slot: number): number {
  return world.nodes[world.groups[group]!.segments[slot]!.node]!.actor
}

/** A copy behind a proposal's base asks at once, not more often than a resend would come. */
export function askPeer(ctx: Context, group: number, slot: number): void {
  const { world } = ctx
  const segment = segmentAt(world, group, slot)
  if (segment.askedAt >= 0 && world.now - segment.askedAt < 1_000) return
  segment.askedAt = world.now
  compare(ctx, group, slot, { peer: choosePeer(world, slot), wants: 1 })
}

/** C7: who has something that the other lacks gives it. */
export function receiveCompare(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const group = messages.a[message]!
  const slot = slotOn(world, group, actor - world.instances.length)
  const peer = slotOn(world, group, messages.from[message]! - world.instances.length)
  if (slot < 0 || peer < 0) return false
  if (isAhead(world, group, slot, peer)) give(ctx, group, slot, peer)
  if (messages.d[message] === 1 && isAhead(world, group, peer, slot)) {
    compare(ctx, group, slot, { peer, wants: 0 })
  }
  return false
}

/** Has this copy a page newer than the peer's? Most often both have the same, seen at once. */
function isAhead(world: World, group: number, slot: number, peer: number): boolean {
  const mm = mmOf(world)
  const own = mm.versions[slot]!
  const its = mm.versions[peer]!
  for (let page = 0; page < mm.sharedPages; page++) {
    if (own[page]! > its[page]! && mmGroupOf(world, page) === group) return true
  }
  return false
}

function give(ctx: Context, group: number, slot: number, peer: number): void {
  const { world } = ctx
  payload.a = group
  payload.c = segmentAt(world, group, slot).count
  const to = actorAt(world, group, peer)
  sendMessage(ctx, actorAt(world, group, slot), to, messageNumber.GossipRecords)
}

/** C7: takes every page that the peer has newer, and the records that belong to it. */
export function receivePages(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const mm = mmOf(world)
  const { messages } = world.network
  const group = messages.a[message]!
  const slot = slotOn(world, group, actor - world.instances.length)
  const peer = slotOn(world, group, messages.from[message]! - world.instances.length)
  if (slot < 0 || peer < 0) return false
  const own = mm.versions[slot]!
  const its = mm.versions[peer]!
  for (let page = 0; page < mm.sharedPages; page++) {
    if (its[page]! <= own[page]! || mmGroupOf(world, page) !== group) continue
    dropTentative(world, group, slot, page)
    segmentAt(world, group, slot).count += its[page]! - own[page]!
    own[page] = its[page]!
    mm.versionFacts[slot]![page] = mm.versionFacts[peer]![page]!
  }
  takeRecords(world, group, slot, peer)
  return false
}

function takeRecords(world: World, group: number, slot: number, peer: number): void {
  for (const writer of mmOf(world).writers) {
    for (const record of writer.log) {
      const isFinal = record.state === 'accepted' || record.state === 'committed'
      if (record.group !== group || !isFinal) continue
      if ((record.heldBy >>> peer) & 1) record.heldBy |= 1 << slot
    }
    const { scl } = writer.groups[group]!
    const oldest = writer.log[0]?.lsn ?? 0
    if (scl[slot]! < oldest) scl[slot] = Math.min(scl[peer]!, oldest - 1)
    raiseScl(world, writer, group, slot)
  }
}

/** C8: the verdict on an old tentative change, as any member that saw it tells. */
function lookUpOld(ctx: Context, group: number, slot: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const since = world.now - world.parameters['multiMaster.tentativeTtl']
  for (const { page, proposal: number, since: its } of [...segmentAt(world, group, slot).open]) {
    if (its > since) continue
    const proposal = proposalOf(mm, number)
    const part = proposal && partIn(proposal, group)
    if (!proposal || !part) dropTentative(world, group, slot, page)
    else if (proposal.verdict === verdict.accepted) keepForGood(ctx, proposal, part, slot)
    else if (!isOpen(proposal)) cancelTentative(world, proposal, part, slot)
  }
}
