/**
 * The writer answers the proxy, which passes it on. One that refuses is lost: what had not begun
 * waits with the proxy for the next writer. Rule F20.
 */
import type { Context } from '../context.ts'
import { answerOutcome } from '../database/answerClient.ts'
import type { World } from '../world.ts'
import { answerSession } from './answerSession.ts'
import { clientsOf } from './createProxy.ts'
import { loseWriter } from './loseWriter.ts'
import { pump } from './pool.ts'
import { place, proxyOf } from './proxy.ts'

export function receiveProxyAnswer(ctx: Context, _: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const outcome = messages.c[slot]!
  if (outcome === answerOutcome.connected || !isExpected(world, slot)) return false
  const request = {
    application: messages.e[slot]!,
    session: messages.a[slot]!,
    attempt: messages.b[slot]!,
  }
  const proxy = proxyOf(world)
  const clients = clientsOf(world, proxy, request.application)
  const waitsOn = hasNotBegun(world, slot)
  const isCutOff = outcome === answerOutcome.refused && !waitsOn
  if (!isCutOff) proxy.busy--
  clients.place[request.session] = waitsOn ? place.waiting : place.done
  if (waitsOn) proxy.queue.unshift({ ...request, since: world.now })
  else answerSession(ctx, request, outcome, messages.d[slot]!)
  if (waitsOn || isCutOff) loseWriter(ctx)
  pump(ctx)
  return false
}

/** Of the present writer, to a request that is still under way. */
function isExpected(world: World, slot: number): boolean {
  const proxy = proxyOf(world)
  const { messages } = world.network
  const { attempt, place: at } = clientsOf(world, proxy, messages.e[slot]!)
  const session = messages.a[slot]!
  if (world.instances[proxy.writer]!.actor !== messages.from[slot]) return false
  return attempt[session] === messages.b[slot] && at[session] === place.underWay
}

/** It is not open, or it is a reader now (with several writers there are none). */
function hasNotBegun({ network, multiMaster }: World, slot: number): boolean {
  const { c, d } = network.messages
  if (c[slot] === answerOutcome.refused) return d[slot] === 0
  return multiMaster === null && c[slot] === answerOutcome.readOnly
}
