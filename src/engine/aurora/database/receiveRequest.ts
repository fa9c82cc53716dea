/**
 * A request reaches an instance: a transaction begins and queues for a CPU. One that is not open
 * refuses; a zone without power is silent; a reader takes reads only. Rules W1, W2, W5, F9.
 */
import type { Micros } from '../../contract/units.ts'
import { exponentialMicros } from '../../kernel/distributions.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import type { World } from '../world.ts'
import { answerClient, answerOutcome, applicationOf, type Recipient } from './answerClient.ts'
import { connectionsOf, connectMicros } from './connectionsOf.ts'
import { occupyCpu, stretchedMicros } from './cpu.ts'
import { drawRowSeed } from './rowChoice.ts'
import { claimTransaction } from './transactions.ts'

const from: Recipient = { application: 0, session: 0, attempt: 0, transaction: 0 }

export function receiveRequest(ctx: Context, instance: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const writer = world.instances[instance]!
  from.application = applicationOf(world, slot)
  from.session = messages.a[slot]!
  from.attempt = messages.b[slot]!
  from.transaction = 0
  if (serves(world, instance)) {
    const mayRun = writer.role === 'writer' || world.setup.workload[from.application]!.writes === 0
    if (mayRun) admit(ctx, instance, messages.c[slot] === 1)
    else answerClient(ctx, instance, from, answerOutcome.readOnly)
  } else if (!world.zones[writer.zone]!.isOut) {
    answerClient(ctx, instance, from, answerOutcome.refused)
  }
}

/** F9, F12: a reader serves reads once it has heard from the writer. */
function serves({ instances, failover }: World, index: number): boolean {
  const { status, role } = instances[index]!
  return status === 'open' && (role === 'writer' || failover?.streams[index]?.isJoined === true)
}

/** W5: an attempt runs once, however often it is asked for. */
function admit(ctx: Context, instance: number, wantsSign: boolean): void {
  const { applications, instances } = ctx.world
  const { memory } = instances[instance]!
  const { application, session, attempt } = from
  const connections = connectionsOf(memory, application, applications[application]!)
  const last = connections.begun[session]!
  if (attempt < last) return
  const isAnswered = attempt === last && connections.answered[session] === attempt
  if (isAnswered) answerClient(ctx, instance, from, answerOutcome.committed)
  else if (wantsSign) answerClient(ctx, instance, from, answerOutcome.connected)
  if (attempt === last) return
  connections.begun[session] = attempt
  beginTransaction(ctx, instance, connectMicros(ctx.world, wantsSign))
}

/** W2, W12: reads and writes cost CPU time each, the commit included (derived from 2017 §6). */
function beginTransaction(ctx: Context, instance: number, extra: Micros): void {
  const { world } = ctx
  const { memory } = world.instances[instance]!
  const { transactions } = memory
  const txn = claimTransaction(transactions)
  transactions.application[txn] = from.application
  transactions.session[txn] = from.session
  transactions.attempt[txn] = from.attempt
  transactions.beganAt[txn] = world.now
  transactions.rowSeed[txn] = drawRowSeed(world, from.application)
  transactions.fact[txn] = tellBegan(ctx, transactions.serial[txn]!)
  const service = stretchedMicros(world, instance, serviceMicros(world, from.application) + extra)
  const done = occupyCpu(memory, world.now, service)
  const subject = instance * 65_536 + txn
  schedule(world.queue, done, eventKind.cpuDone, subject, transactions.serial[txn]!)
}

/** W13: how heavy a transaction is may be drawn with it. */
function serviceMicros(world: World, application: number): number {
  const { reads, writes, isServiceDrawn } = world.setup.workload[application]!
  const { parameters } = world
  const mean =
    reads * parameters['instance.cpuPerRead'] + writes * parameters['instance.cpuPerWrite']
  return isServiceDrawn ? exponentialMicros(world.streams.clients, mean) : mean
}

function tellBegan(ctx: Context, transaction: number): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { session } = from
  const application = ctx.world.applications[from.application]!.id
  return tell(ctx, 'TransactionBegan', { transaction, application, session })
}
