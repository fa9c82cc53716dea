/** What rings at an instance for typed SQL: waits that last too long, sleeps and long answers. */
import type { Statement } from '../../contract/statement.ts'
import type { EventRecord } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { transactionPhase } from '../database/transactions.ts'
import { answerInjection, giveUpWaiting, lookForDeadlock } from '../relations/advance.ts'
import type { Outcome } from '../relations/execution.ts'
import { endTurn } from './answerStatement.ts'
import { placeOf } from './placeOf.ts'
import { connectionAtSlot, goOn, serveWoken, takeOutcome } from './runStatement.ts'
import type { SqlDoor } from './sqlDoor.ts'
import { sqlOf, typedNumber } from './sqlPlaces.ts'
import type { Turn } from './turn.ts'

export function slotDue(ctx: Context, { subject, detail: serial }: EventRecord): void {
  const index = subject >>> 16
  const slot = subject & 0xffff
  const { transactions } = ctx.world.instances[index]!.memory
  const connection = connectionAtSlot(ctx.world, index, slot)
  if (connection === null || transactions.serial[slot] !== serial) return
  ctx.cause = transactions.fact[slot]!
  if (connection.isAnswered) endTurn({ ctx, index, connection })
  else goOn(ctx, index, slot)
}

/** J12: an event of its own, for it may be the end of the instance that runs it. */
export function injectDue(ctx: Context, event: EventRecord, door: SqlDoor): void {
  const index = event.subject >>> 16
  const slot = event.subject & 0xffff
  const { sql, instances } = ctx.world
  const isSame = () => instances[index]!.memory.transactions.serial[slot] === event.detail
  const connection = connectionAtSlot(ctx.world, index, slot)
  if (connection === null || !isSame()) return
  const text = textOf(typedNumber(sql!, connection.running)?.statement ?? null)
  const error = door.injectFault(ctx, index, text)
  if (!isSame()) return
  const turn = { ctx, index, connection }
  const answer = error === null ? { status: 'ok' as const } : { status: 'error' as const, error }
  const outcome = answerInjection(placeOf(turn), connection.session, { ...answer, visited: 0 })
  takeOutcome(turn, outcome)
  serveWoken(ctx, index)
}

function textOf(statement: Statement | null): string {
  return statement?.kind === 'injectFault' ? statement.text : ''
}

/** J6, I7: PostgreSQL looks for a deadlock only when a wait has lasted for some time. */
export function checkWait(ctx: Context, { subject, detail }: EventRecord): void {
  wait(ctx, subject, detail, turn => lookForDeadlock(placeOf(turn), turn.connection.session))
}

/** J6: it has waited for as long as the edition allows. */
export function giveUpWait(ctx: Context, { subject, detail }: EventRecord): void {
  wait(ctx, subject, detail, turn => giveUpWaiting(placeOf(turn), turn.connection.session))
}

function wait(
  ctx: Context,
  index: number,
  number: number,
  end: (turn: Turn) => Outcome | null,
): void {
  const { connections } = sqlOf(ctx.world).places[index]!
  const connection = connections.find(its => its.wait === number)
  if (!connection || connection.slot < 0) return
  const { transactions } = ctx.world.instances[index]!.memory
  if (transactions.phase[connection.slot] !== transactionPhase.waitingForRow) return
  ctx.cause = transactions.fact[connection.slot]!
  const turn = { ctx, index, connection }
  const outcome = end(turn)
  if (outcome !== null) takeOutcome(turn, outcome)
  serveWoken(ctx, index)
}
