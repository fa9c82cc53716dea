/**
 * A session asks the proxy: it is told at once that the proxy is there, if it wants to know, and
 * its request waits for a connection to the writer. Rules F19, W5.
 */
import type { Context } from '../context.ts'
import { answerOutcome } from '../database/answerClient.ts'
import { answerSession } from './answerSession.ts'
import { clientsOf } from './createProxy.ts'
import { enqueue, pump } from './pool.ts'
import { place, proxyOf } from './proxy.ts'

export function receiveProxyRequest(ctx: Context, _: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const application = messages.from[slot]! - world.instances.length - world.nodes.length
  const [session, attempt] = [messages.a[slot]!, messages.b[slot]!]
  const clients = clientsOf(world, proxyOf(world), application)
  const last = clients.attempt[session]!
  if (attempt < last) return false
  const request = { application, session, attempt, since: world.now }
  if (messages.c[slot] === 1) answerSession(ctx, request, answerOutcome.connected, 0)
  if (attempt === last && clients.place[session] !== place.done) return false
  if (clients.place[session] === place.underWay) dropConnection(ctx)
  enqueue(ctx, request)
  pump(ctx)
  return false
}

/** The session has given up on what is under way: that connection is of no use any more. */
function dropConnection({ world }: Context): void {
  const proxy = proxyOf(world)
  proxy.busy--
  proxy.opened--
}
