/** A session hears from the writer. Rules W5, W9. */
import type { Context } from '../context.ts'
import { answerOutcome } from '../database/answerClient.ts'
import type { Application } from '../application.ts'
import type { World } from '../world.ts'
import { sessionState } from './createApplication.ts'
import { clientError, noteError } from './noteError.ts'
import { noteAnswer } from './outage.ts'
import { countLost, cutConnection, failToConnect } from './reconnect.ts'
import { think } from './think.ts'

export function receiveAnswer(ctx: Context, index: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const application = world.applications[index]!
  const session = messages.a[slot]!
  if (!isExpected(application, session, messages.b[slot]!)) return
  const outcome = messages.c[slot]!
  if (outcome === answerOutcome.committed) takeAnswer(ctx, index, session)
  else if (outcome === answerOutcome.connected) takeSign(ctx, application, session)
  else if (isForUser(world, index, outcome)) takeError(ctx, index, session)
  else if (isReconnecting(application, session)) takeNoWriter(world, index, session, outcome)
  else takeReset(ctx, index, session, slot)
}

function isReconnecting({ state }: Application, session: number): boolean {
  return state[session] === sessionState.reconnecting
}

/** F9: nobody was there, or somebody who only reads: the session sees that, and tries again. */
function takeNoWriter(world: World, index: number, session: number, outcome: number): void {
  const isReadOnly = outcome === answerOutcome.readOnly
  if (isReadOnly) noteError(world.applications[index]!, clientError.readOnly, world.now)
  failToConnect(world, index, session)
}

/** A request that was refused outright has begun nothing that could be lost. */
function takeReset(ctx: Context, index: number, session: number, slot: number): void {
  const { c, d } = ctx.world.network.messages
  const isReadOnly = c[slot] === answerOutcome.readOnly
  if (d[slot] !== 0) countLost(ctx.world, index)
  const code = isReadOnly ? clientError.readOnly : clientError.connectionLost
  cutConnection(ctx, index, session, { transaction: Math.max(0, d[slot]!), code })
}

/** W5: an answer to an attempt given up, or one that comes twice, means nothing any more. */
function isExpected(application: Application, session: number, attempt: number): boolean {
  const state = application.state[session]!
  const isOpen = state === sessionState.waiting || state === sessionState.reconnecting
  return isOpen && application.attempt[session] === attempt
}

function takeAnswer(ctx: Context, index: number, session: number): void {
  const { world } = ctx
  const application = world.applications[index]!
  application.answered++
  application.lastAnswerAt = world.now
  noteAnswer(application, world.now)
  application.lastLatencyMicros = world.now - application.waitingSince[session]!
  application.tries[session] = 0
  ctx.history?.answered(index * 65_536 + session, application.waitingSince[session]!)
  noteUp(application, world.now)
  think(world, index, session)
}

/** F9: who came by the cluster endpoint wanted the writer, and asks the name again. */
function isForUser({ setup, routing }: World, index: number, outcome: number): boolean {
  const { route } = routing?.clients[index] ?? setup.workload[index]!
  return outcome === answerOutcome.readOnly && route !== 'cluster'
}

/** F9: it tells its user that nothing can be changed there, and goes on with the next. */
function takeError({ world }: Context, index: number, session: number): void {
  const application = world.applications[index]!
  noteError(application, clientError.readOnly, world.now)
  noteUp(application, world.now)
  think(world, index, session)
}

/** The writer is there and at work on it. */
function takeSign(ctx: Context, application: Application, session: number): void {
  application.state[session] = sessionState.waiting
  application.heardAt[session] = ctx.world.now
  application.isAsked[session] = 0
  application.tries[session] = 0
}

function noteUp(application: Application, now: number): void {
  if (application.downSince < 0) return
  application.downMicros += now - application.downSince
  application.downSince = -1
}
