/**
 * A session asks the writer for a transaction, and watches for silence: having heard nothing for
 * as long as a connection may take, it asks once more; still nothing, and the connection counts
 * as lost (*assumption*). Rules W5 and W9.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { sessionState } from './createApplication.ts'

/** A new attempt of the session. */
export function sendRequest(ctx: Context, index: number, session: number, state: number): void {
  const { world } = ctx
  const application = world.applications[index]!
  application.attempt[session]!++
  application.state[session] = state
  application.waitingSince[session] = world.now
  application.isAsked[session] = 0
  askWriter(ctx, index, session, state === sessionState.reconnecting)
}

/** Sends the present attempt; once more does no harm, since the writer runs it once. */
export function askWriter(ctx: Context, index: number, session: number, wantsSign: boolean): void {
  const { world } = ctx
  const application = world.applications[index]!
  application.heardAt[session] = world.now
  payload.a = session
  payload.b = application.attempt[session]!
  payload.c = wantsSign ? 1 : 0
  if (wantsSign) application.isAsked[session] = 1
  const isViaProxy = world.setup.workload[index]!.isViaProxy === true
  const { actor } = isViaProxy ? world.proxy! : world.instances[application.target[session]!]!
  const kind = isViaProxy ? messageNumber.ProxyRequest : messageNumber.Request
  sendMessage(ctx, application.actor, actor, kind)
  watchSilence(world, index, session)
}

/** W9: one timer a session, set while it needs one. */
export function watchSilence(world: World, index: number, session: number): void {
  const { queue, parameters, applications } = world
  const application = applications[index]!
  if (application.isWatched[session] === 1) return
  application.isWatched[session] = 1
  const silentAt = application.heardAt[session]! + parameters['client.connectTimeout']
  const subject = index * 65_536 + session
  schedule(queue, silentAt, eventKind.timedOut, subject, application.attempt[session]!)
}
