/**
 * A client's own patience: what waits at the router for a resume gives up after
 * `client.connectTimeout`, which is shorter, and tries again. Rule E11.
 */
import type { EventRecord } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import { clientError, noteError } from '../endpoint/noteError.ts'
import { failToConnect } from '../endpoint/reconnect.ts'
import { timedOut as coreTimedOut } from '../endpoint/sessionTimers.ts'
import { partsOf } from './partsOf.ts'

export function timedOut(ctx: Context, { subject }: EventRecord): void {
  const { world } = ctx
  const index = Math.floor(subject / 65_536)
  const session = subject % 65_536
  const application = world.applications[index]!
  const isFirst = application.state[session] === sessionState.waiting
  const silentAt = application.heardAt[session]! + world.parameters['client.connectTimeout']
  const isResuming = partsOf(world).v1.state === 'resuming'
  if (!isResuming || !isFirst || world.now < silentAt) return coreTimedOut(ctx, index, session)
  application.isWatched[session] = 0
  application.state[session] = sessionState.reconnecting
  application.tries[session] = 0
  noteError(application, clientError.noConnection, world.now)
  tellFirst(ctx, index, session)
  failToConnect(world, index, session)
}

/** Once for each application and resume. */
function tellFirst(ctx: Context, index: number, session: number): void {
  const { world } = ctx
  const { v1, instance } = partsOf(world)
  if (v1.impatient.includes(index)) return
  v1.impatient.push(index)
  const { id, waitingSince } = world.applications[index]!
  ctx.cause = v1.fact
  tell(ctx, 'FirstTryFailed', {
    application: id,
    instance: instance.id,
    waitedMicros: world.now - waitingSince[session]!,
  })
}
