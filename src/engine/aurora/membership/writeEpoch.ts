/**
 * A change of members is a write like any other: the new epoch must be on disk at a write set of
 * the members as they stand (2018 §4.1). The open writer carries it (*assumption*); nothing else
 * waits for it. Rules M7, M9.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { isNodeReachable, writerIndex } from '../status/reachability.ts'
import { beginPersisting } from '../storage/persist.ts'
import { isSatisfied } from '../storage/quorum.ts'
import { uncountedBits } from '../storage/quorumSets.ts'
import { segmentOn } from '../storage/segment.ts'
import type { World } from '../world.ts'
import type { Plan } from './membership.ts'
import { membershipEventKind } from './membershipEventKind.ts'
import { putInForce } from './putInForce.ts'

export function writeEpoch(ctx: Context, group: number, plan: Plan): void {
  const { world } = ctx
  const epoch = world.groups[group]!.membershipEpoch + 1
  world.membership!.groups[group]!.writing = {
    epoch,
    plan,
    since: world.now,
    acknowledged: 0,
    resendMicros: world.parameters['network.resendFirst'],
    fact: ctx.cause,
  }
  sendEpoch(ctx, group)
}

/** M9: the members that count and that an open writer reaches contain a write set. */
export function canWriteEpoch(world: World, group: number): boolean {
  const index = writerIndex(world)
  if (world.instances[index]?.status !== 'open') return false
  const { segments, write } = world.groups[group]!
  let bits = 0
  for (const { slot, node } of segments) {
    if (isNodeReachable(world, node, index)) bits |= 1 << slot
  }
  return isSatisfied(write, bits & ~uncountedBits(world, group))
}

/** To all that have not answered, and again as long as it is not in force. */
function sendEpoch(ctx: Context, group: number): void {
  const { world } = ctx
  const writing = world.membership!.groups[group]!.writing!
  const writer = world.instances[writerIndex(world)]
  if (writer?.status === 'open') {
    for (const { slot, node } of world.groups[group]!.segments) {
      if ((writing.acknowledged >>> slot) & 1) continue
      payload.a = group
      payload.b = writing.epoch
      payload.c = writer.memory.epoch
      sendMessage(ctx, writer.actor, world.nodes[node]!.actor, messageNumber.ChangeMembers)
    }
  }
  const at = world.now + writing.resendMicros
  schedule(world.queue, at, membershipEventKind.resend, group, writing.epoch)
}

export function resendEpoch(ctx: Context, group: number, epoch: number): void {
  const { membership, parameters } = ctx.world
  const { writing } = membership!.groups[group]!
  if (writing?.epoch !== epoch) return
  ctx.cause = writing.fact
  writing.resendMicros = Math.min(writing.resendMicros * 2, parameters['network.resendMax'])
  sendEpoch(ctx, group)
}

export function receiveChangeMembers(ctx: Context, node: number, slot: number): boolean {
  const { messages } = ctx.world.network
  const segment = segmentOn(ctx.world, messages.a[slot]!, node)
  if (!segment || messages.c[slot]! < segment.epoch) return false
  return beginPersisting(ctx, node, slot)
}

export function persistChangeMembers(ctx: Context, node: number, slot: number): void {
  const { messages } = ctx.world.network
  if (!segmentOn(ctx.world, messages.a[slot]!, node)) return
  payload.a = messages.a[slot]!
  payload.b = messages.b[slot]!
  payload.c = messages.c[slot]!
  sendMessage(ctx, messages.to[slot]!, messages.from[slot]!, messageNumber.MembersChanged)
}

export function receiveMembersChanged(ctx: Context, instance: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const group = messages.a[slot]!
  const own = world.membership!.groups[group]!
  const { writing } = own
  const { status, memory } = world.instances[instance]!
  if (status !== 'open' || messages.c[slot] !== memory.epoch) return
  if (!writing || writing.epoch !== messages.b[slot]) return
  const segment = segmentOn(world, group, messages.from[slot]! - world.instances.length)
  if (!segment) return
  writing.acknowledged |= 1 << segment.slot
  const { write } = world.groups[group]!
  if (isSatisfied(write, writing.acknowledged & ~own.uncounted)) putInForce(ctx, instance, group)
}
