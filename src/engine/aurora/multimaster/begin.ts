/**
 * A request reaches a writer: any of them takes it, if it is online. Its rows are known from the
 * start; those to change are taken in ascending order. A query costs more CPU than in a cluster
 * with one writer (user guide: lower; how much is an *assumption*). Rules T3, T5, W5.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import {
  answerClient,
  answerOutcome,
  applicationOf,
  type Recipient,
} from '../database/answerClient.ts'
import { connectionsOf, connectMicros } from '../database/connectionsOf.ts'
import { noteCpuUse, occupyCpu } from '../database/cpu.ts'
import { chosenRow } from '../database/rowChoice.ts'
import { claimTransaction } from '../database/transactions.ts'
import { eventKind } from '../eventKind.ts'
import type { World } from '../world.ts'
import { abandonOlder } from './abandonOlder.ts'
import { conflictOutcome } from './endTransaction.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmScript, MmTransaction } from './multiMaster.ts'
import { claimMmTransaction } from './mmTransactions.ts'
import { startRows } from './runTransaction.ts'

const million = 1_000_000
const from: Recipient = { application: 0, session: 0, attempt: 0, transaction: 0 }

export function receiveRequest(ctx: Context, instance: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const { status, zone } = world.instances[instance]!
  from.application = applicationOf(world, message)
  from.session = messages.a[message]!
  from.attempt = messages.b[message]!
  from.transaction = 0
  if (status === 'open') admit(ctx, instance, messages.c[message] === 1)
  else if (!world.zones[zone]!.isOut) answerClient(ctx, instance, from, answerOutcome.refused)
  return false
}

/** W5: an attempt runs once; whoever asks again is told what became of it. */
function admit(ctx: Context, instance: number, wantsSign: boolean): void {
  const { applications, instances } = ctx.world
  const { application, session, attempt } = from
  const { memory } = instances[instance]!
  const connections = connectionsOf(memory, application, applications[application]!)
  const last = connections.begun[session]!
  if (attempt < last) return
  if (attempt === last) {
    const answered = connections.answered[session]!
    if (answered === attempt) answerClient(ctx, instance, from, answerOutcome.committed)
    else if (answered === -attempt) answerClient(ctx, instance, from, conflictOutcome)
    else if (wantsSign) answerClient(ctx, instance, from, answerOutcome.connected)
    return
  }
  if (wantsSign) answerClient(ctx, instance, from, answerOutcome.connected)
  if (last > 0) abandonOlder(ctx, instance, from)
  connections.begun[session] = attempt
  begin(ctx, instance, connectMicros(ctx.world, wantsSign))
}

function begin(ctx: Context, instance: number, extra: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { memory } = world.instances[instance]!
  const { application, session, attempt } = from
  const slot = claimMmTransaction(world)
  const transaction = mm.transactions[slot]!
  const core = claimTransaction(memory.transactions)
  transaction.writer = instance
  transaction.application = application
  transaction.session = session
  transaction.attempt = attempt
  transaction.core = core
  transaction.beganAt = world.now
  transaction.since = world.now
  chooseRows(world, transaction)
  const { serial } = transaction
  transaction.fact = ctx.isListening
    ? tell(ctx, 'TransactionBegan', {
        transaction: serial,
        application: world.applications[application]!.id,
        session,
      })
    : skipFact(ctx)
  ctx.history?.began(serial, application * 65_536 + session, world.instances[instance]!.id)
  const { transactions } = memory
  transactions.serial[core] = serial
  transactions.application[core] = application
  transactions.session[core] = session
  transactions.attempt[core] = attempt
  transactions.beganAt[core] = world.now
  const done = occupyCpu(memory, world.now, serviceMicros(world, transaction) + extra)
  schedule(world.queue, done, eventKind.cpuDone, slot, serial)
}

/** The same rows again after 1213: the client retries what it wanted. */
function chooseRows(world: World, transaction: MmTransaction): void {
  const { application, session } = transaction
  const client = mmOf(world).clients[application]!
  transaction.mode = client.script?.mode ?? client.mode
  if (client.script) {
    takeScript(world, transaction, client.script)
    return
  }
  const { reads, writes, table } = world.setup.workload[application]!
  const first = mmOf(world).firstRow[table]!
  const seed = client.seed[session]!
  const row = (index: number) => first + chosenRow(world, application, seed, index)
  transaction.reads = Array.from({ length: reads }, (_, index) => row(index))
  transaction.writes = ascending(Array.from({ length: writes }, (_, index) => row(reads + index)))
}

function takeScript(world: World, transaction: MmTransaction, script: MmScript): void {
  const first = mmOf(world).firstRow[script.table]!
  transaction.reads = script.reads.map(row => first + row)
  transaction.writes = [...new Set(script.writes.map(row => first + row))]
}

/** T25: each row once, lowest first. */
function ascending(rows: number[]): number[] {
  return [...new Set(rows)].sort((one, other) => one - other)
}

function serviceMicros(world: World, { reads, writes }: MmTransaction): number {
  const { parameters } = world
  const plain =
    reads.length * parameters['instance.cpuPerRead'] +
    writes.length * parameters['instance.cpuPerWrite']
  return Math.floor(
    (plain * (million + world.parameters['multiMaster.singleQueryPenalty'])) / million + 0.5,
  )
}

/** W2: the timer of the core, by the table of this mechanism. */
export function cpuDone(ctx: Context, slot: number, serial: number): void {
  const { world } = ctx
  const transaction = mmOf(world).transactions[slot]
  if (transaction?.serial !== serial || transaction.state !== 'queued') return
  const { memory } = world.instances[transaction.writer]!
  noteCpuUse(memory, world.now)
  if (transaction.core >= 0) memory.transactions.phase[transaction.core] = 2
  ctx.cause = transaction.fact
  startRows(ctx, slot)
}
