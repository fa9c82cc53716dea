/**
 * A change of a table's definition goes to one writer, the owner of DDL, where statements queue;
 * until all writers have it they may only read the table, and connections that use it elsewhere are
 * cut (user guide, *DDL*). What a write meanwhile does, and who owns after a crash, are
 * *assumptions*. Rules D19, D22, D23, D27.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { cutConnections } from './cutConnections.ts'
import { dropAsk, endAsk, remember, watchAsk } from './ddlAsks.ts'
import type { MmDdlAsk } from './ddlState.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import { wake } from './wake.ts'

/** Ends of statements that the owner still knows of, for those that ask again. */
const keptOver = 64

/**
 * D22: to the owner, by a message unless it is asked itself. A typed session is told the end by its
 * mechanism's `ddlEnded`; -1 = a command.
 */
export function askForDdl(ctx: Context, asked: number, table: number, session = -1): void {
  const { ddl } = mmOf(ctx.world)
  const statement = ++ddl.lastStatement
  const ask = { statement, table, asked, session, fact: ctx.cause }
  remember(ctx.world, ask)
  forward(ctx, ask)
}

function forward(ctx: Context, ask: MmDdlAsk): void {
  const { ddl } = mmOf(ctx.world)
  const { asked: from, table, statement } = ask
  watchAsk(ctx.world, statement)
  if (from === ddl.owner) enqueue(ctx, ask)
  else say(ctx, { from, to: ddl.owner, kind: messageNumber.DdlForward, table, statement })
}

/** D27: nobody has said that it is over: asked again, of whoever owns DDL now. */
export function askDue(ctx: Context, statement: number): void {
  const { ddl, writers } = mmOf(ctx.world)
  const ask = ddl.asks.find(its => its.statement === statement)
  if (!ask || writers[ask.asked]!.status !== 'online') return
  ctx.cause = ask.fact
  forward(ctx, ask)
}

interface Said {
  from: number
  to: number
  kind: number
  table: number
  statement: number
}

function say(ctx: Context, { from, to, kind, table, statement }: Said): void {
  payload.a = table
  payload.b = statement
  const { instances } = ctx.world
  sendMessage(ctx, instances[from]!.actor, instances[to]!.actor, kind)
}

export function receiveDdlForward(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const { ddl, writers } = mmOf(world)
  if (actor !== ddl.owner || writers[actor]!.status !== 'online') return false
  const asked = messages.from[message]!
  const table = messages.a[message]!
  const statement = messages.b[message]!
  if (ddl.over.includes(statement)) {
    say(ctx, { from: actor, to: asked, kind: messageNumber.DdlDone, table, statement })
  } else enqueue(ctx, { statement, table, asked, session: -1, fact: ctx.cause })
  return false
}

/** D27: one statement at a time, in the order in which they come; once each. */
function enqueue(ctx: Context, ask: MmDdlAsk): void {
  const { ddl } = mmOf(ctx.world)
  const { statement } = ask
  const isNow = ddl.table >= 0 && ddl.statement === statement
  const isKnown = ddl.over.includes(statement) || isNow
  if (isKnown || ddl.queue.some(its => its.statement === statement)) return
  ddl.queue.push(ask)
  beginNext(ctx)
}

function beginNext(ctx: Context): void {
  const { ddl } = mmOf(ctx.world)
  const next = ddl.table < 0 ? ddl.queue.shift() : undefined
  if (!next) return
  ctx.cause = next.fact
  beginDdl(ctx, next)
}

function beginDdl(ctx: Context, { asked, table, statement }: MmDdlAsk): void {
  const { world } = ctx
  const { ddl } = mmOf(world)
  const { instances, setup } = world
  Object.assign(ddl, { table, statement, asked, done: 0, since: world.now, cut: 0 })
  ctx.cause = tell(ctx, 'DdlStarted', {
    table: setup.tables[table]?.name ?? '',
    statement,
    asked: instances[asked]!.id,
    owner: instances[ddl.owner]!.id,
  })
  ddl.fact = ctx.cause
  fence(ctx, ddl.owner)
  tellOthers(ctx, messageNumber.DdlFence)
  watchDdl(world)
}

function tellOthers(ctx: Context, kind: number): void {
  const { ddl, writers } = mmOf(ctx.world)
  const { owner, table, statement, done } = ddl
  for (let to = 0; to < writers.length; to++) {
    const isOut = to === owner || writers[to]!.status !== 'online' || (done >>> to) & 1
    if (!isOut) say(ctx, { from: owner, to, kind, table, statement })
  }
}

function watchDdl(world: World): void {
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.ddlDue, 0, mmOf(world).ddl.statement)
}

/** Again to those that are silent; whoever is offline is not waited for. */
export function ddlDue(ctx: Context, statement: number): void {
  const { ddl, writers } = mmOf(ctx.world)
  const isLost = writers[ddl.owner]!.status !== 'online'
  if (ddl.table < 0 || ddl.statement !== statement || isLost) return
  ctx.cause = ddl.fact
  tellOthers(ctx, messageNumber.DdlFence)
  endIfDone(ctx)
  if (ddl.table >= 0 && ddl.statement === statement) watchDdl(ctx.world)
}

export function receiveDdlFence(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { ddl, writers } = mmOf(world)
  const isNow = ddl.statement === world.network.messages.b[message] && ddl.table >= 0
  const isNew = isNow && ddl.fenced[actor] !== ddl.statement
  if (isNew && writers[actor]!.status === 'online') fence(ctx, actor)
  return false
}

/** D19, D23: from now on it may only read the table; it has the change after the usual lag. */
function fence(ctx: Context, index: number): void {
  const { world } = ctx
  const { ddl } = mmOf(world)
  lift(world, index)
  ddl.fenced[index] = ddl.statement
  ddl.fencedTable[index] = ddl.table
  if (index !== ddl.owner) cutConnections(ctx, index)
  const takes = index === ddl.owner ? 0 : world.parameters['multiMaster.replicationLag']
  schedule(world.queue, world.now + takes, mmEventKind.ddlApplied, index, ddl.statement)
}

/** D19: may this writer only read the table? */
export function isUnderDdl(world: World, writer: number, table: number): boolean {
  const { ddl } = mmOf(world)
  return ddl.fenced[writer] !== 0 && ddl.fencedTable[writer] === table
}

/** The writer has the change and says so, until it is told that all have it. */
export function ddlApplied(ctx: Context, index: number, statement: number): void {
  const { world } = ctx
  const { ddl, writers } = mmOf(world)
  if (ddl.fenced[index] !== statement || writers[index]!.status !== 'online') return
  ctx.cause = ddl.fact
  if (index === ddl.owner) {
    ddl.done |= 1 << index
    endIfDone(ctx)
    return
  }
  const table = ddl.fencedTable[index]!
  say(ctx, { from: index, to: ddl.owner, kind: messageNumber.DdlDone, table, statement })
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.ddlApplied, index, statement)
}

/** The owner hears that one has it; the others hear that all have it. */
export function receiveDdlDone(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { ddl, writers } = mmOf(world)
  const { messages } = world.network
  if (writers[actor]!.status !== 'online') return false
  const table = messages.a[message]!
  const statement = messages.b[message]!
  const from = messages.from[message]!
  if (actor !== ddl.owner) takeEnd(ctx, actor, statement)
  else if (ddl.table >= 0 && ddl.statement === statement) {
    ddl.done |= 1 << from
    endIfDone(ctx)
  } else say(ctx, { from: actor, to: from, kind: messageNumber.DdlDone, table, statement })
  return false
}

function takeEnd(ctx: Context, actor: number, statement: number): void {
  const { ddl } = mmOf(ctx.world)
  if (ddl.fenced[actor] === statement && ddl.over.includes(statement)) lift(ctx.world, actor)
  endAsk(ctx, actor, statement)
}

/** The statement returns when every writer that is online has the change. */
function endIfDone(ctx: Context): void {
  const { world } = ctx
  const { ddl, writers } = mmOf(world)
  const isDone = writers.every(
    ({ status }, index) => status !== 'online' || (ddl.done >>> index) & 1,
  )
  if (!isDone) return
  const { table: index, statement, since, cut, owner } = ddl
  const table = world.setup.tables[index]?.name ?? ''
  ctx.cause = tell(ctx, 'DdlEnded', { table, statement, tookMicros: world.now - since, cut })
  ddl.over.push(statement)
  if (ddl.over.length > keptOver) ddl.over.shift()
  ddl.done = 0
  tellOthers(ctx, messageNumber.DdlDone)
  ddl.table = -1
  lift(world, owner)
  endAsk(ctx, owner, statement)
  beginNext(ctx)
}

/** Whoever waited goes on. */
function lift(world: World, index: number): void {
  const { ddl, transactions } = mmOf(world)
  if (ddl.fenced[index] === 0) return
  ddl.fenced[index] = 0
  for (let slot = 0; slot < transactions.length; slot++) {
    const its = transactions[slot]!
    const isIdle = its.serial > 0 && its.writer === index && its.state === 'active'
    if (isIdle && its.waitsFor === null && its.page < 0 && its.proposal === 0) wake(world, slot)
  }
}

/** D22: the online writer with the lowest id owns DDL now. */
export function changeOwner(ctx: Context): void {
  const { world } = ctx
  const { ddl, writers } = mmOf(world)
  const next = writers.findIndex(({ status }) => status === 'online')
  if (next < 0) return
  loseStatement(ctx)
  ddl.owner = next
  ctx.cause = tell(ctx, 'DdlOwnerChanged', { instance: world.instances[next]!.id })
}

/** D22: what was under way is lost with the process of its owner. */
function loseStatement(ctx: Context): void {
  const { world, cause } = ctx
  const { ddl, writers } = mmOf(world)
  if (ddl.table >= 0) dropAsk(ctx)
  ctx.cause = cause
  ddl.table = -1
  ddl.queue = []
  for (let index = 0; index < writers.length; index++) lift(world, index)
}

/** D22: a writer is online again; it may have owned DDL, or nobody was left to own it. */
export function ownerCameBack(ctx: Context, index: number): void {
  const { ddl, writers } = mmOf(ctx.world)
  if (ddl.owner === index) {
    if (ddl.table >= 0) loseStatement(ctx)
  } else if (writers[ddl.owner]!.status === 'offline') changeOwner(ctx)
}
