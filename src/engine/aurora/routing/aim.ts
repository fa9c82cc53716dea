/**
 * Where the next request of a session goes. A connection is kept as long as it lasts; a new one
 * goes where the name leads, or to the instance of the application. Rules C10, U1–U3.
 */
import type { Context } from '../context.ts'
import { retry, thought } from '../endpoint/sessionTimers.ts'
import type { World } from '../world.ts'
import { askName } from './names.ts'
import { nextInTurn } from './nextInTurn.ts'

export function aim(world: World, index: number, session: number, isReconnecting: boolean): void {
  const client = world.routing!.clients[index]!
  const { target } = world.applications[index]!
  if (client.route === 'round-robin') {
    target[session] = nextInTurn(world, index, client.turn)
    client.turn = (target[session]! + 1) % world.instances.length
    return
  }
  const isMoving = client.movers.includes(session)
  if (isMoving) client.movers = client.movers.filter(its => its !== session)
  if (!isMoving && !isReconnecting) return
  target[session] = askName(world, index)
  world.applications[index]!.instance = target[session]!
}

export function aimedThought(ctx: Context, index: number, session: number, attempt: number): void {
  const isLive = ctx.world.applications[index]!.attempt[session] === attempt
  if (isLive) aim(ctx.world, index, session, false)
  thought(ctx, index, session, attempt)
}

export function aimedRetry(ctx: Context, index: number, session: number, attempt: number): void {
  const isLive = ctx.world.applications[index]!.attempt[session] === attempt
  if (isLive) aim(ctx.world, index, session, true)
  retry(ctx, index, session, attempt)
}
