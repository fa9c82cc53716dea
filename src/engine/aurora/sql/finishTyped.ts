/** A typed statement is over for its user: its record says what it came to. Rule J5. */
import type { SqlError, StatementRecord } from '../../contract/sql.ts'
import { type Context, skipFact, tell } from '../context.ts'
import type { Answer } from '../relations/execution.ts'
import { sqlOf, typedNumber } from './sqlPlaces.ts'
import type { Typed } from './sqlWorld.ts'

/** `error`: of the client itself, in the place of an answer. */
export function finishTyped(ctx: Context, number: number, error: SqlError | null): void {
  const { world } = ctx
  const typed = typedNumber(sqlOf(world), number)
  if (typed === null) return
  const answer: Answer = error
    ? { status: 'error', error, visited: 0 }
    : (typed.answer ?? { status: 'ok', visited: 0 })
  typed.record = Object.freeze(recordOf(typed.record, answer, world.now))
  ctx.history?.answered(typed.record.session, typed.record.submittedAt)
  typed.statement = null
  typed.answer = null
  typed.error = null
  tellAnswered(ctx, typed)
}

function recordOf(
  { session, on, text, submittedAt, waitedMicros }: Readonly<StatementRecord>,
  { status, columns, rows, affected, error, staleMicros }: Answer,
  finishedAt: number,
): StatementRecord {
  return {
    ...{ session, on, text, submittedAt, finishedAt, status },
    ...(columns === undefined ? {} : { columns }),
    ...(rows === undefined ? {} : { rows }),
    ...(affected === undefined ? {} : { affected }),
    ...(error === undefined ? {} : { error }),
    ...(staleMicros === undefined ? {} : { staleMicros }),
    ...(waitedMicros === undefined ? {} : { waitedMicros }),
  }
}

function tellAnswered(ctx: Context, { number, record }: Typed): void {
  const { session, on, error, rows, affected, submittedAt } = record
  const named = { session, statement: number, instance: on }
  const came = { isError: error !== undefined, rows: rows?.length ?? 0, affected: affected ?? 0 }
  const tookMicros = ctx.world.now - submittedAt
  ctx.cause = ctx.isListening
    ? tell(ctx, 'StatementAnswered', { ...named, ...came, tookMicros })
    : skipFact(ctx)
  if (error === undefined) return
  const { kind, code, sqlstate } = error
  ctx.cause = tell(ctx, 'StatementRefused', { ...named, kind, code: `${code}`, sqlstate })
}
