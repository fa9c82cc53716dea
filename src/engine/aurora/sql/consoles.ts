/**
 * The clients: a session sends one statement after the other, over a connection that it opens when
 * it needs one, and watches for silence as any client. When the connection is lost, so is what the
 * session had open, and its user is told by an error. Rules J1, J3, W9.
 */
import type { SqlError } from '../../contract/sql.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { nextReader } from '../endpoint/nextReader.ts'
import { messageNumber } from '../messageNumber.ts'
import { sqlError } from '../relations/errors/sqlError.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { finishTyped } from './finishTyped.ts'
import { resultOutcome } from './answerStatement.ts'
import { wish } from './receiveStatement.ts'
import { sqlEventKind } from './sqlEventKind.ts'
import { sqlOf, typedNumber } from './sqlPlaces.ts'
import type { Client } from './sqlWorld.ts'

/** The next of its statements, if none is out. */
export function sendNext(ctx: Context, index: number): void {
  const { world } = ctx
  const sql = sqlOf(world)
  const client = sql.clients[index]!
  while (client.running === 0 && client.queue.length > 0) {
    const typed = typedNumber(sql, client.queue.shift()!)
    if (typed === null) continue
    ctx.cause = typed.fact
    client.running = typed.number
    goTo(ctx, index, typed.on)
    if (client.isLost) tellLost(ctx, index)
    else if (client.isConnected) send(ctx, index, wish.run)
    else openConnection(world, index)
  }
}

/** J3: whoever names another place leaves the connection that it has. */
function goTo(ctx: Context, index: number, on: string | null): void {
  const { instances } = ctx.world
  const client = sqlOf(ctx.world).clients[index]!
  if (on === null) return
  const named = instances.findIndex(({ id }) => id === on)
  const route = named >= 0 ? 'instance' : (on as 'cluster' | 'reader')
  if (route === client.route && (named < 0 || named === client.target)) return
  if (client.isConnected) ask(ctx, index, wish.leave)
  client.isConnected = false
  client.isLost = false
  client.route = route
  if (named >= 0) client.target = named
}

/** It takes its time to connect; whoever opens a connection by a name asks where it leads. */
function openConnection(world: World, index: number): void {
  const { queue, now, parameters } = world
  const client = sqlOf(world).clients[index]!
  client.connection++
  client.target = targetOf(world, client)
  const isAhead = isConnectedAhead(world, client)
  const at = now + (isAhead ? 0 : parameters['client.connect'])
  schedule(queue, at, sqlEventKind.connected, index, client.running)
}

/** F6, F9, U2. */
function targetOf(world: World, { route, target }: Client): number {
  const { failover, instances, multiMaster, routing } = world
  if (route === 'instance') return target
  if (multiMaster !== null) return routing!.leadsTo
  if (failover === null) return instances.findIndex(({ role }) => role === 'writer')
  return route === 'reader' ? nextReader(world) : failover.cached
}

/** J3: with several writers, whom the script names has come before its first statement. */
function isConnectedAhead({ setup, multiMaster, now, parameters }: World, client: Client): boolean {
  if (multiMaster === null || client.connection > 1 || now < parameters['client.connect']) {
    return false
  }
  return setup.script.some(({ command }) => {
    return command.do === 'RunSql' && command.session === client.name
  })
}

export function connected(ctx: Context, index: number, statement: number): void {
  const sql = sqlOf(ctx.world)
  if (sql.clients[index]!.running !== statement) return
  ctx.cause = typedNumber(sql, statement)?.fact ?? 0
  send(ctx, index, wish.connect)
}

function send(ctx: Context, index: number, wanted: number): void {
  const { world } = ctx
  const sql = sqlOf(world)
  const client = sql.clients[index]!
  const typed = typedNumber(sql, client.running)!
  const { id } = world.instances[client.target]!
  const { session, text } = typed.record
  typed.record = Object.freeze({ ...typed.record, on: id })
  const sent = { session, statement: typed.number, instance: id, text }
  ctx.cause = ctx.isListening ? tell(ctx, 'StatementSubmitted', sent) : skipFact(ctx)
  typed.fact = ctx.cause
  client.heardAt = world.now
  client.isAsked = false
  ask(ctx, index, wanted)
  watch(world, index)
}

function ask(ctx: Context, index: number, wanted: number): void {
  const { world } = ctx
  const { clients, actor } = sqlOf(world)
  const { running, connection, target } = clients[index]!
  payload.a = index
  payload.b = running
  payload.c = connection
  payload.d = wanted
  sendMessage(ctx, actor, world.instances[target]!.actor, messageNumber.Statement)
}

/** W9: one timer a client, set while it needs one. */
function watch(world: World, index: number): void {
  const client = sqlOf(world).clients[index]!
  if (client.isWatched) return
  client.isWatched = true
  const at = client.heardAt + world.parameters['client.connectTimeout']
  schedule(world.queue, at, sqlEventKind.silent, index, client.connection)
}

/** W9: it asks once whether the instance is still there; still nothing, and it is lost. */
export function silent(ctx: Context, index: number): void {
  const { world } = ctx
  const sql = sqlOf(world)
  const client = sql.clients[index]!
  client.isWatched = false
  if (client.running === 0) return
  ctx.cause = typedNumber(sql, client.running)?.fact ?? 0
  const isQuiet = world.now >= client.heardAt + world.parameters['client.connectTimeout']
  if (!isQuiet) return watch(world, index)
  if (client.isAsked) return fail(ctx, index, client.isConnected)
  client.isAsked = true
  client.heardAt = world.now
  ask(ctx, index, client.isConnected ? wish.ask : wish.connect)
  watch(world, index)
}

export function receiveResult(ctx: Context, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const sql = sqlOf(world)
  const index = messages.a[slot]!
  const client = sql.clients[index]!
  const outcome = messages.d[slot]!
  if (messages.c[slot] !== client.connection) return
  const isAwaited = client.running > 0 && messages.b[slot] === client.running
  if (outcome === resultOutcome.refused) return loseConnection(ctx, index, isAwaited)
  if (!isAwaited) return
  client.isConnected = true
  client.isAsked = false
  client.heardAt = world.now
  if (outcome === resultOutcome.atWork) return
  const number = client.running
  client.running = 0
  finishTyped(ctx, number, null)
  sendNext(ctx, index)
}

/** R10: reset while it waits, or between two statements, when its user learns it later. */
function loseConnection(ctx: Context, index: number, isAwaited: boolean): void {
  const client = sqlOf(ctx.world).clients[index]!
  if (client.running > 0 && (isAwaited || client.isConnected)) {
    return fail(ctx, index, client.isConnected)
  }
  client.isLost = client.isConnected
  client.isConnected = false
}

/** Its statement ends with an error of the client's own. */
function fail(ctx: Context, index: number, wasConnected: boolean): void {
  const { world } = ctx
  const sql = sqlOf(world)
  const client = sql.clients[index]!
  const number = client.running
  const instance = world.instances[client.target]!.id
  client.isConnected = false
  client.isLost = false
  client.running = 0
  finishTyped(ctx, number, takeLoss(client) ?? clientError(world, wasConnected, instance))
  sendNext(ctx, index)
}

/** E7. */
function takeLoss(client: Client): SqlError | null {
  const { lossError } = client
  delete client.lossError
  return lossError ?? null
}

function clientError({ setup }: World, wasConnected: boolean, instance: string): SqlError {
  return sqlError(setup.dialect, wasConnected ? 'connectionLost' : 'notReachable', { instance })
}

/** The user learns at the next statement that connection and transaction are gone. */
function tellLost(ctx: Context, index: number): void {
  const { clients } = sqlOf(ctx.world)
  const client = clients[index]!
  const number = client.running
  client.isLost = false
  client.running = 0
  finishTyped(ctx, number, takeLoss(client) ?? clientError(ctx.world, true, ''))
}
