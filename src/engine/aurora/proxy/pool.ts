/**
 * Requests wait with the proxy, first come, first served, for one of its connections to the writer;
 * what waits too long is refused. Rule F19.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { answerOutcome } from '../database/answerClient.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { answerSession } from './answerSession.ts'
import { clientsOf } from './createProxy.ts'
import { place, proxyOf, type WaitingRequest } from './proxy.ts'
import { proxyEventKind } from './proxyEventKind.ts'

export function enqueue({ world }: Context, request: WaitingRequest): void {
  const proxy = proxyOf(world)
  const clients = clientsOf(world, proxy, request.application)
  clients.attempt[request.session] = request.attempt
  clients.place[request.session] = place.waiting
  proxy.queue.push(request)
}

/** Sends on what there are connections for. */
export function pump(ctx: Context): void {
  const { world } = ctx
  const proxy = proxyOf(world)
  const most = mostConnections(world)
  while (proxy.phase === 'open' && proxy.busy < most) {
    const next = proxy.queue.shift()
    if (next === undefined) break
    if (isWaiting(world, next)) forward(ctx, next)
  }
  watchQueue(world)
}

/** A serverless writer admits so many as its range allows. Rule S9. */
export function mostConnections(world: World): number {
  const { writer } = proxyOf(world)
  const capacity = world.serverless?.capacities.find(({ instance }) => instance === writer)
  const wanted = world.parameters['endpoint.proxyConnections']
  return Math.min(wanted, capacity?.maxConnections ?? wanted)
}

/** Its session has not gone on meanwhile. */
export function isWaiting(
  world: World,
  { application, session, attempt }: WaitingRequest,
): boolean {
  const clients = clientsOf(world, proxyOf(world), application)
  return clients.attempt[session] === attempt && clients.place[session] === place.waiting
}

/** W12: by a connection that is open, else by a new one, which costs the writer CPU. */
function forward(ctx: Context, { application, session, attempt }: WaitingRequest): void {
  const { world } = ctx
  const proxy = proxyOf(world)
  const isNew = proxy.busy >= proxy.opened
  if (isNew) proxy.opened++
  proxy.busy++
  clientsOf(world, proxy, application).place[session] = place.underWay
  payload.a = session
  payload.b = attempt
  payload.c = isNew ? 1 : 0
  payload.d = application
  sendMessage(ctx, proxy.actor, world.instances[proxy.writer]!.actor, messageNumber.Request)
}

function watchQueue(world: World): void {
  const proxy = proxyOf(world)
  const [first] = proxy.queue
  if (proxy.isQueueWatched || first === undefined) return
  proxy.isQueueWatched = true
  const at = Math.max(world.now, first.since + world.parameters['endpoint.proxyBorrow'])
  schedule(world.queue, at, proxyEventKind.borrowed, 0)
}

/** F19: who has waited for the whole time is refused. */
export function borrowDue(ctx: Context): void {
  const { world } = ctx
  const proxy = proxyOf(world)
  proxy.isQueueWatched = false
  const latest = world.now - world.parameters['endpoint.proxyBorrow']
  while (proxy.queue[0] !== undefined && proxy.queue[0].since <= latest) {
    const request = proxy.queue.shift()!
    if (!isWaiting(world, request)) continue
    clientsOf(world, proxy, request.application).place[request.session] = place.done
    answerSession(ctx, request, answerOutcome.refused, 0)
  }
  watchQueue(world)
}
