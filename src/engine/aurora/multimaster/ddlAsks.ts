/**
 * Whoever asked for a change of a definition remembers it until it hears the end, and asks again:
 * a message may be lost, and the owner may change. Only a statement under way is lost with its
 * owner. Rules D22, D27.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import type { MmDdlAsk } from './ddlState.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'

export function remember(world: World, ask: MmDdlAsk): void {
  mmOf(world).ddl.asks.push(ask)
}

export function watchAsk(world: World, statement: number): void {
  const at = world.now + 2 * world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.ddlAskDue, 0, statement)
}

/** It has heard that all have the change. */
export function endAsk(ctx: Context, asked: number, statement: number): void {
  const ask = takeAsk(ctx.world, statement)
  if (ask?.asked === asked) tellSession(ctx, ask, true)
  else if (ask) remember(ctx.world, ask)
}

function takeAsk(world: World, statement: number): MmDdlAsk | undefined {
  const { ddl } = mmOf(world)
  const ask = ddl.asks.find(its => its.statement === statement)
  ddl.asks = ddl.asks.filter(its => its !== ask)
  return ask
}

function tellSession(ctx: Context, { session }: MmDdlAsk, isDone: boolean): void {
  if (session < 0) return
  for (const { ddlEnded } of ctx.mechanisms) ddlEnded?.(ctx, session, isDone)
}

/** D22: the statement under way is lost with its owner. */
export function dropAsk(ctx: Context): void {
  const { world } = ctx
  const { table, statement, asked, owner } = mmOf(world).ddl
  const { instances, setup } = world
  ctx.cause = tell(ctx, 'DdlLost', {
    table: setup.tables[table]?.name ?? '',
    statement,
    asked: instances[asked]!.id,
    owner: instances[owner]!.id,
  })
  const ask = takeAsk(world, statement)
  if (ask) tellSession(ctx, ask, false)
}

/** The process that had asked is gone; what it asked for may still be done. */
export function forgetAsks(world: World, asked: number): void {
  const { ddl } = mmOf(world)
  ddl.asks = ddl.asks.filter(its => its.asked !== asked)
}
