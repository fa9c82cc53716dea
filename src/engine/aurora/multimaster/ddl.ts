/**
 * A change of a table's definition goes to one writer, the owner of DDL; until all writers have it
 * they may only read the table, and connections that use it elsewhere are cut (user guide, *DDL*).
 * What a write meanwhile does and who owns after a crash are *assumptions*. Rules D19, D22, D23.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { answerClient, answerOutcome, type Recipient } from '../database/answerClient.ts'
import { freeTransaction } from '../database/transactions.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf, tableOfRow } from './mmPlaces.ts'
import type { MmTransaction } from './multiMaster.ts'
import { wake } from './wake.ts'

const recipient: Recipient = { application: 0, session: 0, attempt: 0, transaction: 0 }

/** D22: to the owner, by a message unless it is asked itself. */
export function askForDdl(ctx: Context, asked: number, table: number): void {
  const { ddl } = mmOf(ctx.world)
  const statement = ++ddl.lastStatement
  if (asked === ddl.owner) beginDdl(ctx, asked, table, statement)
  else say(ctx, { from: asked, to: ddl.owner, kind: messageNumber.DdlForward, table, statement })
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
  if (ddl.table < 0)
    beginDdl(ctx, messages.from[message]!, messages.a[message]!, messages.b[message]!)
  return false
}

function beginDdl(ctx: Context, asked: number, table: number, statement: number): void {
  const { world } = ctx
  const { ddl } = mmOf(world)
  const { instances, setup } = world
  Object.assign(ddl, { table, statement, asked, done: 0, since: world.now, cut: 0 })
  ctx.cause = tell(ctx, 'DdlStarted', {
    table: setup.tables[table]!.name,
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
  const { ddl } = mmOf(ctx.world)
  if (ddl.table < 0 || ddl.statement !== statement) return
  ctx.cause = ddl.fact
  tellOthers(ctx, messageNumber.DdlFence)
  endIfDone(ctx)
  if (ddl.table >= 0) watchDdl(ctx.world)
}

export function receiveDdlFence(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { ddl, writers } = mmOf(world)
  const isNow = ddl.statement === world.network.messages.b[message] && ddl.table >= 0
  if (isNow && ddl.fenced[actor] === 0 && writers[actor]!.status === 'online') fence(ctx, actor)
  return false
}

/** D19, D23: from now on it may only read the table; it has the change after the usual lag. */
function fence(ctx: Context, index: number): void {
  const { world } = ctx
  const { ddl } = mmOf(world)
  ddl.fenced[index] = 1
  if (index !== ddl.owner) cutConnections(ctx, index)
  const takes = index === ddl.owner ? 0 : world.parameters['multiMaster.replicationLag']
  schedule(world.queue, world.now + takes, mmEventKind.ddlApplied, index, ddl.statement)
}

/** D23: error 2013 for those that use the table at another writer than the owner. */
function cutConnections(ctx: Context, index: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  for (let slot = 0; slot < mm.transactions.length; slot++) {
    const its = mm.transactions[slot]!
    const isUser = its.serial > 0 && its.writer === index && its.core >= 0
    if (!isUser || its.state === 'committing' || !usesTable(world, its)) continue
    recipient.application = its.application
    recipient.session = its.session
    recipient.attempt = its.attempt
    recipient.transaction = its.serial
    answerClient(ctx, index, recipient, answerOutcome.refused)
    freeTransaction(world.instances[index]!.memory.transactions, its.core)
    its.core = -1
    its.isCut = true
    mm.ddl.cut++
    if (its.state !== 'queued' && its.waitsFor === null) wake(world, slot)
  }
}

function usesTable(world: World, { reads, writes }: MmTransaction): boolean {
  const mm = mmOf(world)
  const row = reads[0] ?? writes[0]
  return row !== undefined && tableOfRow(mm, row) === mm.ddl.table
}

/** The writer has the change and says so, until it is told that all have it. */
export function ddlApplied(ctx: Context, index: number, statement: number): void {
  const { world } = ctx
  const { ddl } = mmOf(world)
  if (ddl.fenced[index] === 0 || ddl.statement !== statement) return
  ctx.cause = ddl.fact
  if (index === ddl.owner) {
    ddl.done |= 1 << index
    endIfDone(ctx)
    return
  }
  const { owner: to, table } = ddl
  say(ctx, { from: index, to, kind: messageNumber.DdlDone, table, statement })
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.ddlApplied, index, statement)
}

export function receiveDdlDone(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { ddl } = mmOf(world)
  const { messages } = world.network
  const from = messages.from[message]!
  const statement = messages.b[message]!
  if (actor !== ddl.owner) {
    if (ddl.statement === statement && ddl.table < 0) lift(world, actor)
    return false
  }
  if (ddl.table >= 0 && ddl.statement === statement) {
    ddl.done |= 1 << from
    endIfDone(ctx)
  } else if (ddl.table < 0) {
    const table = messages.a[message]!
    say(ctx, { from: actor, to: from, kind: messageNumber.DdlDone, table, statement })
  }
  return false
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
  const table = world.setup.tables[index]!.name
  ctx.cause = tell(ctx, 'DdlEnded', { table, statement, tookMicros: world.now - since, cut })
  ddl.done = 0
  tellOthers(ctx, messageNumber.DdlDone)
  ddl.table = -1
  lift(world, owner)
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

/** D22: the online writer with the lowest id; what was under way is lost with its owner. */
export function changeOwner(ctx: Context): void {
  const { world } = ctx
  const { ddl, writers } = mmOf(world)
  const next = writers.findIndex(({ status }) => status === 'online')
  if (next < 0) return
  ddl.owner = next
  ddl.table = -1
  for (let index = 0; index < writers.length; index++) lift(world, index)
  ctx.cause = tell(ctx, 'DdlOwnerChanged', { instance: world.instances[next]!.id })
}
