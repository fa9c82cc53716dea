/**
 * A statement is answered: the further rows that it looked at take their CPU time, then the answer
 * goes to the client, and the slot is free. Rules J4, J5.
 */
import { occupyCpu, stretchedMicros } from '../database/cpu.ts'
import { freeTransaction, transactionPhase } from '../database/transactions.ts'
import { messageNumber } from '../messageNumber.ts'
import type { Answer } from '../relations/execution.ts'
import { payload, sendMessage } from '../send.ts'
import type { Context } from '../mechanism.ts'
import type { Turn } from './turn.ts'
import { ringSlot } from './ringSlot.ts'
import { severalOf } from './severalOf.ts'
import { sqlEventKind } from './sqlEventKind.ts'
import { sqlOf, typedNumber } from './sqlPlaces.ts'
import type { Connection } from './sqlWorld.ts'

export const resultOutcome = { answered: 0, error: 1, atWork: 2, refused: 3 } as const

/** J5: the answer stands; it is told once its CPU time is over. */
export function answerTurn(turn: Turn, answer: Answer): void {
  const { ctx, index, connection } = turn
  const { world } = ctx
  const { memory } = world.instances[index]!
  const typed = typedNumber(sqlOf(world), connection.running)
  if (typed) typed.answer = Object.freeze(answer)
  connection.isAnswered = true
  memory.transactions.fact[connection.slot] = ctx.cause
  memory.transactions.phase[connection.slot] = transactionPhase.queued
  const scanned = Math.max(0, answer.visited - 1) * world.parameters['sql.cpuPerScannedRow']
  if (scanned === 0) return endTurn(turn)
  const done = occupyCpu(memory, world.now, stretchedMicros(world, index, scanned))
  ringSlot(turn, sqlEventKind.slotDue, done)
}

/** The client is told, and the slot is free; a session that was left is gone with it. */
export function endTurn({ ctx, index, connection }: Turn): void {
  const { world } = ctx
  const sql = sqlOf(world)
  const place = sql.places[index]!
  freeTransaction(world.instances[index]!.memory.transactions, connection.slot)
  connection.slot = -1
  if (connection.proposing) severalOf(ctx).letGo(ctx, index, connection.proposing)
  connection.isAnswered = false
  connection.answered = connection.running
  connection.running = 0
  if (connection.isClosing) {
    place.connections = place.connections.filter(other => other !== connection)
    if (connection.proposing) severalOf(ctx).sessionGone(ctx, index)
    return
  }
  sayAnswer(ctx, index, connection)
}

/** What the instance has answered last; the answer itself waits with the statement. */
export function sayAnswer(ctx: Context, index: number, connection: Connection): void {
  const typed = typedNumber(sqlOf(ctx.world), connection.answered)
  const isError = typed?.answer?.status === 'error'
  const outcome = isError ? resultOutcome.error : resultOutcome.answered
  sayResult(ctx, index, { ...connection, statement: connection.answered, outcome })
}

export interface Result {
  client: number
  number: number
  statement: number
  outcome: number
}

export function sayResult(ctx: Context, index: number, result: Result): void {
  const { instances, sql } = ctx.world
  payload.a = result.client
  payload.b = result.statement
  payload.c = result.number
  payload.d = result.outcome
  sendMessage(ctx, instances[index]!.actor, sql!.actor, messageNumber.StatementResult)
}
