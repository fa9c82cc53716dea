/**
 * A statement goes on until it cannot: a page is missing, a row is locked, the log has no room, a
 * commit must become durable. It holds no CPU while it waits. What others wait for is given to them
 * in order as soon as it is free. Rules J4–J8.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, touchCommit } from '../context.ts'
import { occupyCpu, stretchedMicros } from '../database/cpu.ts'
import { holdBack } from '../database/holdBack.ts'
import { recordLatency } from '../database/latencyHistogram.ts'
import { waitForPage } from '../database/readPage.ts'
import { pushSlot } from '../database/slotRing.ts'
import { transactionPhase } from '../database/transactions.ts'
import { sqlError } from '../relations/errors/sqlError.ts'
import {
  advance,
  cancelStatement,
  endCommit,
  noteCommitRecord,
  takeWoken,
} from '../relations/advance.ts'
import type { Stop } from '../mechanism.ts'
import type { Outcome } from '../relations/execution.ts'
import type { World } from '../world.ts'
import { answerTurn } from './answerStatement.ts'
import { placeOf } from './placeOf.ts'
import { ringSlot } from './ringSlot.ts'
import { severalOf } from './severalOf.ts'
import { sqlEventKind } from './sqlEventKind.ts'
import { sqlOf } from './sqlPlaces.ts'
import type { Connection } from './sqlWorld.ts'
import type { Turn } from './turn.ts'
import { writeCommitRecord } from './writeChanges.ts'

export function connectionAtSlot(world: World, index: number, slot: number): Connection | null {
  const { connections } = sqlOf(world).places[index]!
  return connections.find(connection => connection.slot === slot) ?? null
}

/** The CPU has done its part, its page or room is there, or VDL has passed its commit. */
export function goOn(ctx: Context, index: number, slot: number): void {
  const connection = connectionAtSlot(ctx.world, index, slot)
  if (connection === null) return
  const turn = { ctx, index, connection }
  const { transactions } = ctx.world.instances[index]!.memory
  if (transactions.phase[slot] === transactionPhase.parked) takeOutcome(turn, durable(turn))
  else takeTurn(turn)
  serveWoken(ctx, index)
}

function takeTurn(turn: Turn): void {
  takeOutcome(turn, advance(placeOf(turn), turn.connection.session))
}

/** J8, L7: VDL has passed its commit record. */
function durable(turn: Turn): Outcome {
  const { ctx, index, connection } = turn
  const { world } = ctx
  const { memory, latency } = world.instances[index]!
  const { transactions } = memory
  const lsn = transactions.commitLsn[connection.slot]!
  transactions.phase[connection.slot] = transactionPhase.queued
  touchCommit(ctx, lsn)
  recordLatency(latency, world.now - transactions.beganAt[connection.slot]!)
  world.instances[index]!.commits++
  world.totals.committed++
  return endCommit(placeOf(turn), connection.session, { lsn })
}

/** Those whose locks came free go on, in order, and set others free in turn. */
export function serveWoken(ctx: Context, index: number): void {
  const { desk, connections } = sqlOf(ctx.world).places[index]!
  const { cause } = ctx
  for (let woken = takeWoken(desk); woken.length > 0; woken = takeWoken(desk)) {
    for (const session of woken) {
      const connection = connections.find(its => its.session === session)
      if (!connection || !isAtRest(ctx.world, index, connection)) continue
      ctx.cause = cause
      takeTurn({ ctx, index, connection })
    }
  }
}

/** It waits for a lock, or sleeps: nothing else will bring it on. */
function isAtRest(world: World, index: number, { slot }: Connection): boolean {
  if (slot < 0) return false
  const { transactions } = world.instances[index]!.memory
  return transactions.phase[slot] === transactionPhase.waitingForRow
}

export function takeOutcome(turn: Turn, outcome: Outcome): void {
  const { ctx, index, connection } = turn
  const { world } = ctx
  const { slot } = connection
  const { transactions } = world.instances[index]!.memory
  if (outcome.state !== 'lock') connection.wait = 0
  switch (outcome.state) {
    case 'answered':
      return answerTurn(turn, outcome.answer)
    case 'lock':
      return waitForLock(turn, outcome)
    case 'sleep':
      transactions.phase[slot] = transactionPhase.waitingForRow
      return ringSlot(turn, sqlEventKind.slotDue, world.now + outcome.for)
    case 'breath':
      return takeCpu(turn, outcome.rows)
    case 'inject':
      transactions.phase[slot] = transactionPhase.waitingForRow
      return ringSlot(turn, sqlEventKind.injectDue, world.now)
    default:
      return connection.proposing ? restAmongWriters(turn, outcome) : waitHere(turn, outcome)
  }
}

/** The rest of what a statement may need where one instance writes. */
function waitHere(turn: Turn, outcome: Stop): void {
  const { ctx, index, connection } = turn
  if (outcome.state === 'page') return waitForPage(ctx, index, connection.slot, outcome.page)
  if (outcome.state === 'room') return holdBack(ctx, index, connection.slot)
  if (outcome.state === 'commit') return commit(turn)
  throw new Error(`one writer has no ${outcome.state}`)
}

function restAmongWriters(turn: Turn, outcome: Stop): void {
  const { ctx, index, connection } = turn
  const rest = severalOf(ctx).rest(ctx, index, connection.slot, outcome)
  if (rest === 'rests') return
  if (rest === 'goesOn') return takeTurn(turn)
  const error = sqlError(ctx.world.setup.dialect, rest)
  takeOutcome(turn, cancelStatement(placeOf(turn), connection.session, error))
}

/** J5: others that want the CPU come before it goes on. */
function takeCpu(turn: Turn, rows: number): void {
  const { ctx, index, connection } = turn
  const { world } = ctx
  const { memory } = world.instances[index]!
  const micros = stretchedMicros(world, index, rows * world.parameters['sql.cpuPerScannedRow'])
  memory.transactions.phase[connection.slot] = transactionPhase.queued
  ringSlot(turn, sqlEventKind.slotDue, occupyCpu(memory, world.now, micros))
}

/** J6: a wait that goes on keeps its timers. */
function waitForLock(turn: Turn, wait: Extract<Outcome, { state: 'lock' }>): void {
  const { ctx, index, connection } = turn
  const { world } = ctx
  const sql = sqlOf(world)
  const { transactions } = world.instances[index]!.memory
  transactions.phase[connection.slot] = transactionPhase.waitingForRow
  transactions.fact[connection.slot] = ctx.cause
  const session = sql.places[index]!.desk.sessions.get(connection.session)
  const since = session?.running?.wait?.since ?? world.now
  if (connection.wait > 0 && connection.waitSince === since) return
  connection.wait = ++sql.lastWait
  connection.waitSince = since
  const { checkAfter, giveUpAfter } = wait
  ringWait(turn, sqlEventKind.checkWait, checkAfter)
  ringWait(turn, sqlEventKind.giveUpWait, giveUpAfter)
}

function ringWait({ ctx, index, connection }: Turn, kind: number, after: number | null): void {
  const { wait, waitSince } = connection
  if (after !== null) schedule(ctx.world.queue, waitSince + after, kind, index, wait)
}

/** J8: the commit record is written, and the session waits until VDL has passed it. */
function commit(turn: Turn): void {
  const { ctx, index, connection } = turn
  const { memory } = ctx.world.instances[index]!
  const { slot, page, session } = connection
  const { relations, places } = sqlOf(ctx.world)
  const transaction = places[index]!.desk.sessions.get(session)!.transaction!.number
  const lsn = writeCommitRecord(ctx, index, slot, { transaction, page })
  if (lsn === 0) return holdBack(ctx, index, slot)
  noteCommitRecord(relations, transaction, lsn)
  memory.transactions.commitLsn[slot] = lsn
  memory.transactions.phase[slot] = transactionPhase.parked
  pushSlot(memory.parked, slot)
}
