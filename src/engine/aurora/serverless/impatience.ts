/**
 * A client's own patience: what waits for a resume gives up after `client.connectTimeout` where
 * that is shorter, sees that no connection could be made (2003), and tries again. Rules S8, E11.
 */
import { type Context, tell } from '../context.ts'
import { applicationOf } from '../database/answerClient.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import { clientError, noteError } from '../endpoint/noteError.ts'
import { failToConnect } from '../endpoint/reconnect.ts'
import type { FactId } from '../../contract/units.ts'
import type { World } from '../world.ts'

/** Of the instance that wakes: the fact that began it, and the applications that gave up so far. */
export interface Waking {
  instance: number
  fact: FactId
  impatient: number[]
}

/** Whether the first try of this session is over now. */
export function isOutOfPatience(world: World, index: number, session: number): boolean {
  const { state, heardAt } = world.applications[index]!
  const silentAt = heardAt[session]! + world.parameters['client.connectTimeout']
  return state[session] === sessionState.waiting && world.now >= silentAt
}

export function giveUpFirstTry(ctx: Context, index: number, session: number, waking: Waking): void {
  const { world } = ctx
  const application = world.applications[index]!
  application.isWatched[session] = 0
  application.state[session] = sessionState.reconnecting
  application.tries[session] = 0
  noteError(application, clientError.noConnection, world.now)
  tellFirst(ctx, index, session, waking)
  failToConnect(world, index, session)
}

/** Once for each application and resume. */
function tellFirst(ctx: Context, index: number, session: number, waking: Waking): void {
  const { world } = ctx
  if (waking.impatient.includes(index)) return
  waking.impatient.push(index)
  const { id, waitingSince } = world.applications[index]!
  ctx.cause = waking.fact
  tell(ctx, 'FirstTryFailed', {
    application: id,
    instance: world.instances[waking.instance]!.id,
    waitedMicros: world.now - waitingSince[session]!,
  })
}

/** A client that has given up has closed its connection: its request is for nobody. */
export function isAwaited(world: World, slot: number): boolean {
  const { a, b } = world.network.messages
  return world.applications[applicationOf(world, slot)]!.attempt[a[slot]!] === b[slot]
}
