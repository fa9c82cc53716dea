/**
 * When a writer counts as offline, each survivor reads its commit records from storage, a read set
 * of every group: what it had acknowledged is known from then on, and pages that it had changed are
 * read anew. Without it a `REGIONAL_RAW` read would miss its last commits. Rule D18.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { isKnown } from './isKnown.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf, slotOn } from './mmPlaces.ts'
import { settleEnds } from './redoStream.ts'
import { forgetPeer } from './regional.ts'
import type { MmEndsRead } from './survival.ts'

/** D18: a survivor begins to read; once is enough. */
export function readEnds(ctx: Context, writer: number, origin: number): void {
  const { world } = ctx
  const { survival } = mmOf(world)
  if (isKnown(world, writer, origin) || readOf(world, writer, origin)) return
  const answered = new Uint8Array(world.groups.length)
  const read: MmEndsRead = { writer, origin, answered, fact: ctx.cause }
  survival.reads.push(read)
  ask(ctx, read)
}

function readOf(world: World, writer: number, origin: number): MmEndsRead | undefined {
  const { reads } = mmOf(world).survival
  return reads.find(its => its.writer === writer && its.origin === origin)
}

function ask(ctx: Context, { writer, origin, answered }: MmEndsRead): void {
  const { world } = ctx
  for (let group = 0; group < world.groups.length; group++) {
    for (const { slot, node } of world.groups[group]!.segments) {
      if ((answered[group]! >>> slot) & 1) continue
      payload.a = group
      payload.b = origin
      const { actor } = world.nodes[node]!
      sendMessage(ctx, world.instances[writer]!.actor, actor, messageNumber.ReadEnds)
    }
  }
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.endsDue, writer * 8 + origin, 0)
}

/** Again to the silent. */
export function endsDue(ctx: Context, pair: number): void {
  const read = readOf(ctx.world, pair >>> 3, pair & 7)
  if (!read) return
  ctx.cause = read.fact
  ask(ctx, read)
}

export function receiveReadEnds(ctx: Context, actor: number, message: number): boolean {
  const { messages } = ctx.world.network
  payload.a = messages.a[message]!
  payload.b = messages.b[message]!
  sendMessage(ctx, actor, messages.from[message]!, messageNumber.TellEnds)
  return false
}

export function receiveTellEnds(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const read = readOf(world, actor, messages.b[message]!)
  const group = messages.a[message]!
  const slot = slotOn(world, group, messages.from[message]! - world.instances.length)
  if (!read || slot < 0) return false
  read.answered[group]! |= 1 << slot
  const isEnough = world.groups.every((its, index) => isSatisfied(its.read, read.answered[index]!))
  if (isEnough) finish(ctx, read)
  return false
}

function finish(ctx: Context, read: MmEndsRead): void {
  const { world } = ctx
  const { survival, writers } = mmOf(world)
  const { writer, origin } = read
  survival.reads = survival.reads.filter(its => its !== read)
  const changes = catchUpOn(world, writer, origin)
  survival.isKnown[writer * writers.length + origin] = 1
  ctx.cause = read.fact
  const { instances } = world
  const names = { instance: instances[writer]!.id, origin: instances[origin]!.id }
  ctx.cause = tell(ctx, 'EndsRead', { ...names, changes })
  forgetPeer(ctx, writer, origin)
}

/** What was on its way counts as applied; pages it would have changed are cold. */
function catchUpOn(world: World, index: number, origin: number): number {
  const { writers } = mmOf(world)
  const writer = writers[index]!
  const source = writers[origin]!
  const { lastPlace, firstPlace, stream } = source
  const from = writer.applied[origin]! + 1
  for (let place = from; place <= lastPlace; place++) {
    for (const { page } of stream[place - firstPlace]?.changes ?? []) {
      writer.cache[page] = 0
      writer.staleSince[page] = 0
    }
  }
  writer.applied[origin] = lastPlace
  writer.received[origin] = lastPlace
  writer.early[origin] = []
  source.acked[index] = lastPlace
  settleEnds(world, origin)
  return lastPlace - from + 1
}

/** A writer is back, or the reader is gone: nothing is read about it, or by it, any more. */
export function forgetReads(world: World, index: number): void {
  const { survival, writers } = mmOf(world)
  survival.reads = survival.reads.filter(its => its.writer !== index && its.origin !== index)
  for (let other = 0; other < writers.length; other++) {
    survival.isKnown[other * writers.length + index] = 0
    survival.isKnown[index * writers.length + other] = 0
  }
}
