/**
 * A proxy turns to the open writer and sends it what has waited; its applications need ask no name.
 * Of several writers it takes the first that is open. Rules F20, F21.
 */
import type { EventRecord } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { loseWriter } from './loseWriter.ts'
import { isWaiting, pump } from './pool.ts'
import { planSwitch } from './planSwitch.ts'
import { proxyOf } from './proxy.ts'

export function switchWriter(ctx: Context, { detail: plan }: EventRecord): void {
  const { world } = ctx
  const proxy = proxyOf(world)
  if (plan !== proxy.plan) return
  proxy.switchAt = -1
  const writer = openWriter(world)
  ctx.cause = proxy.planFact
  if (writer >= 0) connect(ctx, writer)
  else lookAgain(ctx)
}

/** The volume's writer; F21: of several the first that is open. -1 = none. */
function openWriter({ instances, failover }: World): number {
  const isOpen = (index: number) => instances[index]!.status === 'open'
  if (failover !== null) return isOpen(failover.writer) ? failover.writer : -1
  return instances.findIndex((_, index) => isOpen(index))
}

/** F21: no fact tells it when one of several writers is back, so it looks at each heartbeat. */
function lookAgain(ctx: Context): void {
  const { world } = ctx
  const proxy = proxyOf(world)
  if (world.multiMaster !== null) planSwitch(ctx, world.parameters['failover.heartbeat'])
  else if (proxy.phase === 'switching') proxy.phase = 'lost'
}

function connect(ctx: Context, writer: number): void {
  const { world } = ctx
  const proxy = proxyOf(world)
  if (writer !== proxy.writer) loseWriter(ctx)
  if (proxy.phase === 'open') {
    proxy.opened = proxy.busy
    return
  }
  proxy.writer = writer
  proxy.phase = 'open'
  proxy.since = world.now
  aimAtWriter(world, writer)
  proxy.fact = tell(ctx, 'ProxySwitched', {
    instance: world.instances[writer]!.id,
    waiting: proxy.queue.filter(request => isWaiting(world, request)).length,
    tookMicros: world.now - proxy.lostAt,
  })
  ctx.cause = proxy.fact
  pump(ctx)
}

/** For the picture: where its applications' requests go. */
function aimAtWriter({ applications, setup }: World, writer: number): void {
  for (const [index, application] of applications.entries()) {
    if (!setup.workload[index]!.isViaProxy) continue
    application.instance = writer
    application.target.fill(writer)
  }
}
