/**
 * A session whose connection is lost tries to connect again after a pause that doubles each time,
 * with full jitter and up to a ceiling. After some tries the error reaches the user, who pauses
 * for the ceiling and begins anew (*assumption*). Rules W9 and W10.
 */
import { uniformBelow } from '../../kernel/distributions.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { Micros } from '../../contract/units.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import type { World } from '../world.ts'
import { sessionState } from './createApplication.ts'
import { clientError, noteError } from './noteError.ts'
import { noteOutage } from './outage.ts'

/** W9: `transaction` is the one whose outcome the client will never learn; 0 = none began. */
export function loseConnection(
  ctx: Context,
  index: number,
  session: number,
  transaction: number,
): void {
  cutConnection(ctx, index, session, { transaction, code: clientError.connectionLost })
}

/** F9: with another error than that of a lost connection. */
export function cutConnection(
  ctx: Context,
  index: number,
  session: number,
  { transaction, code }: { transaction: number; code: number },
): void {
  const { world } = ctx
  const application = world.applications[index]!
  if (application.downSince < 0) application.downSince = world.now
  application.state[session] = sessionState.reconnecting
  application.tries[session] = 0
  noteError(application, code, world.now)
  noteOutage(application, world.now)
  ctx.cause = ctx.isListening
    ? tell(ctx, 'ConnectionLost', { application: application.id, session, transaction })
    : skipFact(ctx)
  tryLater(world, index, session)
}

/** A client that hears nothing cannot know whether a transaction of its was committed. */
export function countLost(world: World, index: number): void {
  world.applications[index]!.lost++
  world.totals.lost++
}

/** W10: it got no connection; after some tries the error reaches the user. */
export function failToConnect(world: World, index: number, session: number): void {
  const application = world.applications[index]!
  const isGivenUp = application.tries[session]! >= world.parameters['client.retryTries']
  if (isGivenUp) noteError(application, clientError.noConnection, world.now)
  tryLater(world, index, session)
}

/** W10: after the pause and the time that connecting takes. */
function tryLater(world: World, index: number, session: number): void {
  const { queue, now, parameters, applications } = world
  const application = applications[index]!
  const pause = pauseMicros(world, application.tries[session]!)
  const isGivenUp = application.tries[session]! >= parameters['client.retryTries']
  application.tries[session] = isGivenUp ? 0 : application.tries[session]! + 1
  const at = now + pause + parameters['client.connect']
  application.heardAt[session] = at
  const subject = index * 65_536 + session
  schedule(queue, at, eventKind.retry, subject, application.attempt[session]!)
}

/** base × 2ⁿ up to the ceiling, of that a random part unless all shall wait the same; the whole
 * ceiling once given up. */
function pauseMicros(world: World, tries: number): Micros {
  const { parameters, streams } = world
  const cap = parameters['client.retryCap']
  if (tries >= parameters['client.retryTries']) return cap
  let longest = Math.min(parameters['client.retryBase'], cap)
  for (let doubled = 0; doubled < tries && longest < cap; doubled++) {
    longest = Math.min(longest * 2, cap)
  }
  return parameters['client.retryJitter'] ? uniformBelow(streams.clients, longest + 1) : longest
}
