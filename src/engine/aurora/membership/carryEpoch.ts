/**
 * The membership epoch travels with every write, read and gossip. Who has heard of a newer one
 * refuses what carries an older, and says so; the sender learns it and asks once more (2018 §4.1).
 * Writes and reads carry it in the number that the answer gives back. Rule M8.
 */
import { skipFact, tell } from '../context.ts'
import { askSegment } from '../database/askSegment.ts'
import { batchRow } from '../database/batches.ts'
import { readNumbered } from '../database/pageReads.ts'
import { sendBatch } from '../database/sendBatch.ts'
import type { Context, MemberHooks } from '../mechanism.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { segmentOn } from '../storage/segment.ts'
import type { Segment, World } from '../world.ts'
import { grow } from './grow.ts'
import { roomForNumber } from './roomForNumber.ts'

export const memberHooks: MemberHooks = { stamp, admits, grow }

/** Kinds that carry it; `a` is the group. */
function carriesEpoch(kind: number): boolean {
  const { WriteRedo, ReadPage, Gossip, GossipRecords } = messageNumber
  return kind === WriteRedo || kind === ReadPage || kind === Gossip || kind === GossipRecords
}

/** Until its first change all of a group have the first epoch, and carry it as nothing. */
function hasChanged({ groups }: World, group: number): boolean {
  return groups[group]!.membershipEpoch > 1
}

function stamp({ world }: Context, from: number, _to: number, kind: number): void {
  if (!carriesEpoch(kind) || !hasChanged(world, payload.a)) return
  switch (kind) {
    case messageNumber.WriteRedo:
      payload.f += (epochKnownBy(world, from, payload.a) - 1) * roomForNumber
      return
    case messageNumber.ReadPage:
      payload.d += (epochKnownBy(world, from, payload.a) - 1) * roomForNumber
      return
    case messageNumber.Gossip:
    case messageNumber.GossipRecords:
      payload.e = epochOfMember(world, from, payload.a) - 1
  }
}

/** Whoever has opened the volume last changes its members, so it knows. */
function epochKnownBy(world: World, index: number, group: number): number {
  const { role, memory } = world.instances[index]!
  const { knownBy } = world.membership!.groups[group]!
  const isPresent = role === 'writer' && memory.epoch === world.volume.epoch
  if (isPresent) knownBy[index] = world.groups[group]!.membershipEpoch
  return knownBy[index]!
}

function epochOfMember(world: World, actor: number, group: number): number {
  const segment = segmentOn(world, group, actor - world.instances.length)
  if (!segment) return world.groups[group]!.membershipEpoch
  return world.membership!.groups[group]!.members[segment.slot]!.epoch
}

function admits(ctx: Context, slot: number): boolean {
  const { network } = ctx.world
  const { messages } = network
  const kind = messages.kind[slot]!
  if (!carriesEpoch(kind)) return true
  if (!hasChanged(ctx.world, messages.a[slot]!)) {
    const isGossip = kind === messageNumber.Gossip || kind === messageNumber.GossipRecords
    return !isGossip || !isFillingAt(ctx.world, slot)
  }
  switch (kind) {
    case messageNumber.WriteRedo: {
      const carried = Math.floor(messages.f[slot]! / roomForNumber) + 1
      messages.f[slot]! %= roomForNumber
      return isOfPresent(ctx, slot, carried)
    }
    case messageNumber.ReadPage: {
      const carried = Math.floor(messages.d[slot]! / roomForNumber) + 1
      messages.d[slot]! %= roomForNumber
      return isOfPresent(ctx, slot, carried)
    }
    case messageNumber.Gossip:
    case messageNumber.GossipRecords:
      return !isFillingAt(ctx.world, slot) && isOfPresent(ctx, slot, messages.e[slot]! + 1)
  }
  return true
}

function receiverOf(world: World, slot: number): Segment | null {
  const { messages } = world.network
  return segmentOn(world, messages.a[slot]!, messages.to[slot]! - world.instances.length)
}

/** Pages and log come part by part from one peer first; gossip would be no help. */
function isFillingAt(world: World, slot: number): boolean {
  const segment = receiverOf(world, slot)
  return segment !== null && isFilling(world, segment)
}

export function isFilling({ membership }: World, { group, slot }: Segment): boolean {
  const member = membership?.groups[group]?.members[slot]
  return member !== undefined && (member.filling !== null || member.isLost)
}

function isOfPresent(ctx: Context, slot: number, carried: number): boolean {
  const { world } = ctx
  const segment = receiverOf(world, slot)
  if (!segment) return true
  const member = world.membership!.groups[segment.group]!.members[segment.slot]!
  if (carried > member.epoch) member.epoch = carried
  if (carried === member.epoch) return true
  refuse(ctx, segment, slot, carried)
  return false
}

function refuse(ctx: Context, segment: Segment, slot: number, carried: number): void {
  const { messages } = ctx.world.network
  const { epoch } = ctx.world.membership!.groups[segment.group]!.members[segment.slot]!
  if (ctx.isListening) {
    ctx.cause = tell(ctx, 'MembersRefused', { segment: segment.id, epoch, carried })
  } else ctx.cause = skipFact(ctx)
  const kind = messages.kind[slot]
  payload.a = segment.group
  payload.b = epoch
  payload.c = kind === messageNumber.WriteRedo ? messages.f[slot]! : 0
  payload.d = kind === messageNumber.ReadPage ? messages.d[slot]! : 0
  sendMessage(ctx, messages.to[slot]!, messages.from[slot]!, messageNumber.StaleMembers)
}

/** It learns the epoch and asks the same once more. */
export function receiveStaleMembers(ctx: Context, actor: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const group = messages.a[slot]!
  const epoch = messages.b[slot]!
  const own = world.membership!.groups[group]!
  if (actor >= world.instances.length) {
    const segment = segmentOn(world, group, actor - world.instances.length)
    if (segment) raise(own.members[segment.slot]!, epoch)
    return false
  }
  own.knownBy[actor] = Math.max(own.knownBy[actor]!, epoch)
  const refusing = segmentOn(world, group, messages.from[slot]! - world.instances.length)
  if (!refusing || world.instances[actor]!.status !== 'open') return false
  if (messages.c[slot] !== 0) sendBatchAgain(ctx, actor, refusing, messages.c[slot]!)
  if (messages.d[slot] !== 0) askAgain(ctx, actor, refusing, messages.d[slot]!)
  return false
}

function raise(member: { epoch: number }, epoch: number): void {
  member.epoch = Math.max(member.epoch, epoch)
}

function sendBatchAgain(ctx: Context, instance: number, to: Segment, number: number): void {
  const { batches } = ctx.world.instances[instance]!.memory.groups[to.group]!
  const behind = number - batches.number[batches.head]!
  if (batches.length === 0 || behind < 0 || behind >= batches.length) return
  sendBatch(ctx, instance, to.group * 8 + to.slot, batchRow(batches, behind))
}

function askAgain(ctx: Context, instance: number, to: Segment, number: number): void {
  const read = readNumbered(ctx.world.instances[instance]!.memory.reads, number)
  if (read >= 0) askSegment(ctx, instance, read, to.slot)
}
