/**
 * What readers see keeps old versions from being removed: those above the lowest read point that
 * the writer was told of, and those of views of their sessions. A MySQL reader may keep them as
 * long as it likes. PostgreSQL gives a read `instance.readerConflictDelay`, then it is cancelled,
 * for what it sees is to be removed. Rule J15.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { cancelStatement } from '../relations/advance.ts'
import { sqlError } from '../relations/errors/sqlError.ts'
import type { ReadView } from '../relations/relations.ts'
import type { Session } from '../relations/sessions/sessionTypes.ts'
import type { World } from '../world.ts'
import { placeOf } from './placeOf.ts'
import { takeOutcome } from './runStatement.ts'
import { sqlEventKind } from './sqlEventKind.ts'
import { sqlOf } from './sqlPlaces.ts'

/** F11: after each turn at the writer. */
export function noteReaders({ world }: Context): void {
  const { relations } = sqlOf(world)
  relations.lowestReadPoint = lowestReadPoint(world)
  if (relations.dialect !== 'postgresql-16') return
  for (const view of relations.views.values()) if (isInTheWay(world, view)) giveTime(world, view)
}

function lowestReadPoint({ failover }: World): number | null {
  const points = failover?.streams.map(({ readPoint }) => readPoint).filter(point => point >= 0)
  return points === undefined || points.length === 0 ? null : Math.min(...points)
}

/** The oldest commit that has left versions behind is one that this view must not see. */
function isInTheWay({ sql }: World, { readPoint }: ReadView): boolean {
  const oldest = sql!.relations.leftovers[0]
  return readPoint !== null && oldest !== undefined && oldest.lsn > readPoint
}

/** Once for each view. */
function giveTime(world: World, { number }: ReadView): void {
  const sql = sqlOf(world)
  if (sql.conflicts.includes(number)) return
  sql.conflicts.push(number)
  const dueAt = world.now + world.parameters['instance.readerConflictDelay']
  schedule(world.queue, dueAt, sqlEventKind.conflictDue, 0, number)
}

export function conflictDue(ctx: Context, number: number): void {
  const sql = sqlOf(ctx.world)
  sql.conflicts = sql.conflicts.filter(other => other !== number)
  const view = sql.relations.views.get(number)
  if (!view) return
  for (let index = 0; index < sql.places.length; index++) {
    for (const session of sql.places[index]!.desk.sessions.values()) {
      if (holds(session, number)) cancel(ctx, index, session, view)
    }
  }
}

function holds({ transaction, running }: Session, view: number): boolean {
  return transaction?.view === view || running?.view === view
}

/** Between two statements it is told at the next one, and its view is gone at once. */
function cancel(ctx: Context, index: number, session: Session, view: ReadView): void {
  const { relations, places } = sqlOf(ctx.world)
  const error = sqlError(relations.dialect, 'recoveryConflict')
  const instance = ctx.world.instances[index]!.id
  const { name, number } = session
  const { transaction } = view
  const failed = { instance, session: name, transaction, because: 'recovery' as const }
  ctx.cause = tell(ctx, 'SerializationFailed', failed)
  relations.views.delete(view.number)
  const connection = places[index]!.connections.find(its => its.session === number)
  if (!connection || connection.slot < 0 || connection.isAnswered) {
    session.doom = error
    return
  }
  const turn = { ctx, index, connection }
  takeOutcome(turn, cancelStatement(placeOf(turn), number, error))
}
