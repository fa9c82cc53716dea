/** The timers of a session: it has thought, has heard nothing for long, or tries again. Rule W9. */
import type { Context } from '../context.ts'
import { sessionState } from './createApplication.ts'
import { countLost, failToConnect, loseConnection } from './reconnect.ts'
import { askWriter, sendRequest, watchSilence } from './sendRequest.ts'
import { think } from './think.ts'

export function thought(ctx: Context, index: number, session: number, attempt: number): void {
  const application = ctx.world.applications[index]!
  const isStale = application.attempt[session] !== attempt
  if (isStale || application.state[session] !== sessionState.thinking) return
  if (session >= application.sessions) think(ctx.world, index, session)
  else sendRequest(ctx, index, session, sessionState.waiting)
}

/** W9: silence for the whole time: it asks whether the writer is there, then gives up. */
export function timedOut(ctx: Context, index: number, session: number): void {
  const { world } = ctx
  const application = world.applications[index]!
  const state = application.state[session]!
  application.isWatched[session] = 0
  if (state === sessionState.thinking || state === sessionState.retired) return
  const silentAt = application.heardAt[session]! + world.parameters['client.connectTimeout']
  if (world.now < silentAt) watchSilence(world, index, session)
  else if (state === sessionState.reconnecting) failToConnect(world, index, session)
  else if (application.isAsked[session] === 0) askWriter(ctx, index, session, true)
  else {
    countLost(world, index)
    loseConnection(ctx, index, session, 0)
  }
}

export function retry(ctx: Context, index: number, session: number, attempt: number): void {
  const application = ctx.world.applications[index]!
  const isStale = application.attempt[session] !== attempt
  if (isStale || application.state[session] !== sessionState.reconnecting) return
  if (session >= application.sessions) think(ctx.world, index, session)
  else sendRequest(ctx, index, session, sessionState.reconnecting)
}
