/**
 * An instance admits as many connections as it began with and refuses the rest: MySQL's error 1040,
 * *Too many connections*. Sessions come first, in the order of their applications, then the fluid
 * demands (*assumption*); a refused session tries again as after a lost connection. Those of a
 * proxy come before all, and it opens no more than are admitted. Rules S9 and F19.
 */
import type { Context } from '../context.ts'
import {
  answerClient,
  answerOutcome,
  applicationOf,
  type Recipient,
} from '../database/answerClient.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import { noteError } from '../endpoint/noteError.ts'
import { failToConnect } from '../endpoint/reconnect.ts'
import { messageNumber } from '../messageNumber.ts'
import { coreReceivers } from '../receiveMessage.ts'
import type { World } from '../world.ts'
import { connectionsOfProxy, ownConnections } from './connections.ts'
import type { Capacity } from './serverless.ts'

export const tooManyConnections = 1040
/** In the place of a transaction: none began, since there was no connection to be had. */
const noConnection = -1

const to: Recipient = { application: 0, session: 0, attempt: 0, transaction: noConnection }

/** True when the request was refused. */
export function refusesRequest(ctx: Context, capacity: Capacity, slot: number): boolean {
  const { world } = ctx
  const { a, b } = world.network.messages
  to.application = applicationOf(world, slot)
  to.session = a[slot]!
  to.attempt = b[slot]!
  if (world.setup.workload[to.application]!.isViaProxy) return false
  if (mostSessions(world) <= capacity.maxConnections) return false
  if (placeOf(world, capacity.instance) < capacity.maxConnections) return false
  answerClient(ctx, capacity.instance, to, answerOutcome.refused)
  return true
}

function mostSessions({ applications, proxy }: World): number {
  let most = proxy?.opened ?? 0
  for (const { state } of applications) most += state.length
  return most
}

/** How many sessions come before the one that asks. */
function placeOf(world: World, instance: number): number {
  let before = connectionsOfProxy(world, instance)
  for (let index = 0; index <= to.application; index++) {
    const upTo = index === to.application ? to.session : Number.POSITIVE_INFINITY
    before += ownConnections(world, index, instance, upTo)
  }
  return before
}

/** The error reaches the user at the first refusal, and again each time it gives up. */
export function receiveAnswer(ctx: Context, actor: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const index = actor - world.instances.length - world.nodes.length
  const application = world.applications[index]!
  const session = messages.a[slot]!
  const isRefusal = messages.c[slot] === answerOutcome.refused && messages.d[slot] === noConnection
  if (!isRefusal) return coreReceivers[messageNumber.Answer]!(ctx, actor, slot)
  if (application.attempt[session] !== messages.b[slot]) return false
  const isFirst = application.state[session] === sessionState.waiting
  if (isFirst) {
    application.state[session] = sessionState.reconnecting
    application.tries[session] = 0
    noteError(application, tooManyConnections, world.now)
  }
  failToConnect(world, index, session)
  application.lastErrorCode = tooManyConnections
  return false
}
