/**
 * The process of an instance dies with everything it held in memory. Its host resets the
 * connections, so that clients learn it one network delay later; a zone without power says
 * nothing (*assumption*). A restart takes its time and then opens the volume. Rules R1, R9, R10.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { setDown } from '../../kernel/network.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import type { Opening } from '../instance.ts'
import { answerClient, answerOutcome, sessionOf } from './answerClient.ts'
import { freshMemory } from './createInstance.ts'
import { transactionPhase } from './transactions.ts'

/** R1. */
export function crashInstance(ctx: Context, index: number): void {
  const { world } = ctx
  const instance = world.instances[index]!
  if (instance.status === 'down') return
  ctx.cause = tell(ctx, 'InstanceCrashed', { instance: instance.id })
  ctx.history?.crashed(index)
  const isDark = world.zones[instance.zone]!.isOut
  setDown(world.network, instance.actor, isDark)
  if (!isDark) resetConnections(ctx, index)
  instance.status = 'down'
  instance.life++
  const { memory } = instance
  instance.memory = freshMemory(world, instance.vcpus, memory)
  touchInstance(ctx, index)
  ctx.touched.hasTopologyChanged = true
  for (const mechanism of ctx.mechanisms) mechanism.instanceCrashed?.(ctx, index, memory)
}

/** R10: sessions of applications with a transaction in progress learn that they are cut off. */
function resetConnections(ctx: Context, index: number): void {
  const { transactions } = ctx.world.instances[index]!.memory
  for (let txn = 0; txn < transactions.phase.length; txn++) {
    const isOfNobody = transactions.application[txn]! < 0
    if (isOfNobody || transactions.phase[txn] === transactionPhase.free) continue
    answerClient(ctx, index, sessionOf(ctx, index, txn), answerOutcome.refused)
  }
}

/** Has power again, or a new process: it is up after `instance.restart` and opens the volume. */
export function restartInstance(ctx: Context, index: number): void {
  const { world } = ctx
  const instance = world.instances[index]!
  if (instance.status !== 'down' || world.modify?.places[index]?.isHeld) return
  setDown(world.network, instance.actor, false)
  instance.status = 'opening'
  instance.memory.opening = createOpening(ctx)
  const upAt = world.now + world.parameters['instance.restart']
  schedule(world.queue, upAt, eventKind.restarted, index, instance.life)
  touchInstance(ctx, index)
  ctx.touched.hasTopologyChanged = true
  for (const mechanism of ctx.mechanisms) mechanism.instanceRestarting?.(ctx, index)
}

/** R9: a newer epoch exists, so another life has opened the volume: it stops at once. */
export function fenceWriter(ctx: Context, index: number, epoch: number): void {
  ctx.cause = tell(ctx, 'WriterFenced', { instance: ctx.world.instances[index]!.id, epoch })
  crashInstance(ctx, index)
  restartInstance(ctx, index)
}

/** Nothing of it is done yet. */
export function createOpening({ world, cause }: Context): Opening {
  const { groups, now } = world
  return {
    phase: 'restarting',
    since: now,
    startedAt: now,
    epoch: 0,
    promised: new Uint8Array(groups.length),
    promisedScl: groups.map(group => new Float64Array(group.segments.length)),
    promisedHighest: groups.map(group => new Float64Array(group.segments.length)),
    truncated: new Uint8Array(groups.length),
    vcl: 0,
    vdl: 0,
    rangeEnd: 0,
    fact: cause,
  }
}
