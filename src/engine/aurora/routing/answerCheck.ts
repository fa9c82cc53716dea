/**
 * An instance is asked by SQL whether it answers: that takes the CPU time of a row read
 * (*assumption*). A process that is down refuses; a zone without power is silent. Rule U4.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { noteCpuUse, occupyCpu, stretchedMicros } from '../database/cpu.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { routingEventKind } from './routingEventKind.ts'

export function receiveCheck(ctx: Context, instance: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const { status, zone, memory } = world.instances[instance]!
  const application = messages.from[slot]! - world.instances.length - world.nodes.length
  const check = messages.a[slot]!
  if (status === 'paused') wake(ctx, instance)
  if (status !== 'open') {
    if (!world.zones[zone]!.isOut) answer(ctx, instance, application, check)
    return
  }
  const read = world.parameters['instance.cpuPerRead']
  const done = occupyCpu(memory, world.now, stretchedMicros(world, instance, read))
  const subject = instance * 65_536 + application
  schedule(world.queue, done, routingEventKind.checkRan, subject, check)
}

function wake(ctx: Context, instance: number): void {
  for (const mechanism of ctx.mechanisms) mechanism.connectionAsked?.(ctx, instance)
}

/** A process that died meanwhile says nothing. */
export function checkRan(ctx: Context, instance: number, application: number, check: number): void {
  const { memory, status } = ctx.world.instances[instance]!
  if (status !== 'open') return
  noteCpuUse(memory, ctx.world.now)
  payload.b = 1
  answer(ctx, instance, application, check)
}

/** What it answers stands in the payload. */
function answer(ctx: Context, instance: number, application: number, check: number): void {
  const { instances, applications } = ctx.world
  payload.a = check
  const { actor } = applications[application]!
  sendMessage(ctx, instances[instance]!.actor, actor, messageNumber.HealthAnswer)
}
