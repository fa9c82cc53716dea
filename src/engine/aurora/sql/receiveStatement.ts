/**
 * A statement reaches an instance: a new connection gets a session, a statement runs once however
 * often it comes, and whoever asks is told that it is still at work. Rules J3, J4.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { occupyCpu, stretchedMicros } from '../database/cpu.ts'
import { eventKind } from '../eventKind.ts'
import type { Desk } from '../relations/relations.ts'
import {
  beginRefused,
  beginStatement,
  closeSession,
  openSession,
} from '../relations/sessions/sessions.ts'
import type { World } from '../world.ts'
import { resultOutcome, sayAnswer, sayResult } from './answerStatement.ts'
import { claimSlot, newConnection } from './claimSlot.ts'
import { goOn } from './runStatement.ts'
import { ringSlot } from './ringSlot.ts'
import { severalOf } from './severalOf.ts'
import { sqlEventKind } from './sqlEventKind.ts'
import { sqlOf, typedNumber } from './sqlPlaces.ts'
import type { Connection, Typed } from './sqlWorld.ts'

export const wish = { run: 0, connect: 1, ask: 2, leave: 3 } as const

/** What a client sends. */
export interface Asked {
  client: number
  statement: number
  connection: number
  wish: number
}

export function receiveStatement(ctx: Context, index: number, slot: number): void {
  const { messages } = ctx.world.network
  take(ctx, index, {
    client: messages.a[slot]!,
    statement: messages.b[slot]!,
    connection: messages.c[slot]!,
    wish: messages.d[slot]!,
  })
}

function take(ctx: Context, index: number, asked: Asked): void {
  if (asked.wish === wish.leave) return leave(ctx, index, asked)
  const { world } = ctx
  if (isWaking(world, index)) return knockLater(ctx, index, asked)
  if (!serves(world, index)) return refuse(ctx, index, asked)
  const known = connectionOf(world, index, asked)
  if (known === null && asked.wish === wish.run) return refuse(ctx, index, asked)
  if (known === null && asked.wish === wish.ask) return refuse(ctx, index, asked)
  answerOrRun(ctx, index, known ?? connect(ctx, index, asked), asked)
}

function connectionOf(world: World, index: number, asked: Asked): Connection | null {
  const { connections } = sqlOf(world).places[index]!
  const isIt = (its: Connection) =>
    its.client === asked.client && its.number === asked.connection && !its.isClosing
  return connections.find(isIt) ?? null
}

/** F9, F12: a reader serves once it has heard from the writer. */
function serves({ instances, failover }: World, index: number): boolean {
  const { status, role } = instances[index]!
  return status === 'open' && (role === 'writer' || failover?.streams[index]?.isJoined === true)
}

/** A zone without power says nothing. */
function refuse(ctx: Context, index: number, { client, connection, statement }: Asked): void {
  const { instances, zones } = ctx.world
  if (zones[instances[index]!.zone]!.isOut) return
  const outcome = resultOutcome.refused
  sayResult(ctx, index, { client, number: connection, statement, outcome })
}

/** S8: an instance that is asleep, or about to be, wakes for a connection. E8: held meanwhile. */
function isWaking({ instances, serverless }: World, index: number): boolean {
  const { status } = instances[index]!
  if (status === 'paused' || status === 'resuming') return true
  const capacity = serverless?.capacities.find(({ instance }) => instance === index)
  return capacity?.state === 'pausing' || serverless?.v1?.state === 'switching'
}

const patienceMicros = 100_000

function knockLater(ctx: Context, index: number, { client, statement }: Asked): void {
  const { queue, now } = ctx.world
  for (const mechanism of ctx.mechanisms) mechanism.connectionAsked?.(ctx, index)
  schedule(queue, now + patienceMicros, sqlEventKind.knock, client, statement)
}

/** The same again, if its client still waits for it there. */
export function knock(ctx: Context, client: number, statement: number): void {
  const { world } = ctx
  const sql = sqlOf(world)
  const { running, connection, target, isConnected } = sql.clients[client]!
  if (running !== statement) return
  const wanted = isConnected ? wish.run : wish.connect
  ctx.cause = typedNumber(sql, statement)?.fact ?? 0
  take(ctx, target, { client, statement, connection, wish: wanted })
}

/** J3: an older connection of the same client is left behind. */
function connect(ctx: Context, index: number, asked: Asked): Connection {
  const { world } = ctx
  const { relations, places, clients } = sqlOf(world)
  const { desk, connections } = places[index]!
  for (const other of connections) {
    if (other.client === asked.client && !other.isClosing) close(ctx, index, other)
  }
  const { name } = clients[asked.client]!
  const session = openSession(relations, desk, name, { now: world.now })
  const connection = newConnection(asked.client, asked.connection, session)
  if (world.multiMaster !== null) connection.proposing = severalOf(ctx).newProposing(world)
  places[index]!.connections.push(connection)
  return connection
}

function leave(ctx: Context, index: number, asked: Asked): void {
  const known = connectionOf(ctx.world, index, asked)
  if (known !== null) close(ctx, index, known)
}

/** D23: the client is told by a reset. */
export function cutOff(ctx: Context, index: number, connection: Connection): void {
  const { client, number, running } = connection
  sayResult(ctx, index, { client, number, statement: running, outcome: resultOutcome.refused })
  const isWaiting = connection.slot >= 0 && connection.proposing?.proposal === 0
  close(ctx, index, connection)
  if (isWaiting) ringSlot({ ctx, index, connection }, sqlEventKind.slotDue, ctx.world.now)
}

/** J3: nobody waits for it any more: what it had open is rolled back. */
export function close(ctx: Context, index: number, connection: Connection): void {
  const { relations, places } = sqlOf(ctx.world)
  const place = places[index]!
  connection.isClosing = true
  if (isAbandoned(place.desk, connection)) return
  if (!closeSession(relations, place.desk, connection.session)) {
    place.connections = place.connections.filter(other => other !== connection)
    return
  }
  if (connection.slot >= 0) return
  claimSlot(ctx, index, connection)
  goOn(ctx, index, connection.slot)
}

/** With several writers a group on its way is awaited first; then no other one is proposed. */
function isAbandoned({ sessions }: Desk, { proposing, session }: Connection): boolean {
  const its = sessions.get(session)
  if (!proposing || proposing.proposal === 0 || its?.running?.phase !== 'run') return false
  its.isClosing = true
  its.running.isAbandoned = true
  proposing.isAbandoned = true
  return true
}

function answerOrRun(ctx: Context, index: number, connection: Connection, asked: Asked): void {
  const { statement } = asked
  const isKnown = statement === connection.running || statement === connection.answered
  if (statement === connection.answered) return sayAnswer(ctx, index, connection)
  if (asked.wish !== wish.run) {
    sayResult(ctx, index, { ...connection, statement, outcome: resultOutcome.atWork })
  }
  const typed = typedNumber(sqlOf(ctx.world), statement)
  if (isKnown || connection.slot >= 0 || typed === null) return
  begin(ctx, index, connection, typed)
}

/** J4: it takes its CPU time, and runs then. */
function begin(ctx: Context, index: number, connection: Connection, typed: Typed): void {
  const { world } = ctx
  const { relations, places } = sqlOf(world)
  const { memory } = world.instances[index]!
  const { desk } = places[index]!
  const { text } = typed.record
  const { now } = world
  claimSlot(ctx, index, connection)
  connection.running = typed.number
  const { statement, error } = typed
  if (statement) beginStatement(relations, desk, connection.session, { statement, text, now })
  else beginRefused(relations, desk, connection.session, { error: error!, text, now })
  const service = stretchedMicros(world, index, serviceMicros(world, typed))
  const done = occupyCpu(memory, now, service)
  if (connection.proposing) return ringSlot({ ctx, index, connection }, sqlEventKind.slotDue, done)
  const subject = index * 65_536 + connection.slot
  const serial = memory.transactions.serial[connection.slot]!
  schedule(world.queue, done, eventKind.cpuDone, subject, serial)
}

const writing = ['insert', 'update', 'delete', 'createTable', 'dropTable', 'createIndex']

const million = 1_000_000

/**
 * W2: as much as a row read or written; what only speaks to the session counts as a read. C12: more
 * with several writers.
 */
function serviceMicros({ parameters, multiMaster }: World, { statement }: Typed): number {
  const isWrite = statement !== null && writing.includes(statement.kind)
  const plain = parameters[isWrite ? 'instance.cpuPerWrite' : 'instance.cpuPerRead']
  if (multiMaster === null) return plain
  const more = million + parameters['multiMaster.singleQueryPenalty']
  return Math.floor((plain * more) / million + 0.5)
}
