/**
 * A proxy notices that its writer is gone: what is under way there is cut off, outcome unknown, and
 * its applications have no answers until there is another. Rules F20, F21.
 */
import { schedule, type EventRecord } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { answerOutcome } from '../database/answerClient.ts'
import { noteOutage } from '../endpoint/outage.ts'
import type { World } from '../world.ts'
import { answerSession, unknownTransaction } from './answerSession.ts'
import { planSwitch } from './planSwitch.ts'
import { place, proxyOf } from './proxy.ts'
import { proxyEventKind } from './proxyEventKind.ts'

/** Its process died; a dark zone says nothing, so the proxy looks after some heartbeats. */
export function watchWriter({ world, cause }: Context, index: number): void {
  const { parameters, queue, now, instances } = world
  if (index !== proxyOf(world).writer) return
  proxyOf(world).fact = cause
  const patience = parameters['failover.heartbeat'] * parameters['failover.misses']
  schedule(queue, now + patience, proxyEventKind.noticed, index, instances[index]!.life)
}

export function noticed(ctx: Context, { subject: index, detail }: EventRecord): void {
  const { life, status } = ctx.world.instances[index]!
  const isSame = index === proxyOf(ctx.world).writer && life === detail
  if (!isSame || status === 'open') return
  ctx.cause = proxyOf(ctx.world).fact
  loseWriter(ctx)
}

export function loseWriter(ctx: Context): void {
  const { world } = ctx
  const proxy = proxyOf(world)
  if (proxy.phase !== 'open') return
  proxy.phase = proxy.switchAt < 0 ? 'lost' : 'switching'
  proxy.since = world.now
  proxy.lostAt = world.now
  const { id: instance } = world.instances[proxy.writer]!
  proxy.fact = tell(ctx, 'ProxyLostWriter', { instance, cut: proxy.busy })
  ctx.cause = proxy.fact
  proxy.busy = 0
  proxy.opened = 0
  for (let index = 0; index < proxy.clients.length; index++) cutOff(ctx, index)
  if (world.multiMaster !== null && proxy.switchAt < 0) planSwitch(ctx)
}

/** F18: its clients have no answers, though they keep their connections. */
function cutOff(ctx: Context, index: number): void {
  const { world } = ctx
  if (!world.setup.workload[index]!.isViaProxy) return
  const clients = proxyOf(world).clients[index]!
  noteDown(world, index)
  for (let session = 0; session < clients.place.length; session++) {
    if (clients.place[session] !== place.underWay) continue
    clients.place[session] = place.done
    const request = { application: index, session, attempt: clients.attempt[session]! }
    answerSession(ctx, request, answerOutcome.refused, unknownTransaction)
  }
}

function noteDown({ applications, now }: World, index: number): void {
  const application = applications[index]!
  if (application.downSince < 0) application.downSince = now
  noteOutage(application, now)
}
