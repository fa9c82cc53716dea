/**
 * The machine as statements see it: the buffer pool of their instance, its redo log, new pages of
 * the volume, and who listens. It is made anew for each turn and is no part of the state. Rules J.
 */
import type { FactKey, Facts } from '../../contract/facts.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { touchPage } from '../database/bufferPool.ts'
import type { Host } from '../relations/execution.ts'
import { addPage, cacheNew } from './growPages.ts'
import { severalOf } from './severalOf.ts'
import { sqlOf } from './sqlPlaces.ts'
import { systemTable } from './systemTables.ts'
import type { Turn } from './turn.ts'
import { writeChanges } from './writeChanges.ts'

/** Where a statement goes on: the tables, the desk, the machine. */
export function placeOf(turn: Turn) {
  const { ctx, index, connection } = turn
  const { relations, places } = sqlOf(ctx.world)
  const plain = hostOf(turn)
  const host = connection.proposing
    ? { ...plain, ...severalOf(ctx).hostOf(ctx, index, connection.slot) }
    : plain
  return { relations, desk: places[index]!.desk, host }
}

/** These are told to everybody. */
const notable: Partial<Record<FactKey, true>> = {
  DeadlockFound: true,
  LockWaitTimedOut: true,
  SerializationFailed: true,
}

function hostOf({ ctx, index, connection }: Turn): Host {
  const { world } = ctx
  const { id, role, memory } = world.instances[index]!
  return {
    now: world.now,
    instance: id,
    readPoint: role === 'reader' ? memory.vdl : null,
    touchPage: page => touchPage(memory.pool, page),
    nextTransaction: () => ++memory.transactions.lastSerial,
    writeRedo(transaction, changes, isUndo) {
      connection.page = changes[0]?.page ?? connection.page
      return writeChanges(ctx, index, connection.slot, { transaction, changes, isUndo })
    },
    allocatePage: () => {
      const page = addPage(ctx, sqlOf(world).nextPage++)
      cacheNew(world, index, page)
      return page
    },
    history: ctx.history,
    tell: (fact, parameters) => tellOf(ctx, index, fact, parameters),
    systemTable: (schema, name) => systemTable(world, schema, name),
  }
}

/** What happens next, happens because of it. */
function tellOf<K extends FactKey>(
  ctx: Context,
  index: number,
  fact: K,
  parameters: Facts[K],
): void {
  const { counts, several } = sqlOf(ctx.world)
  if (fact === 'DeadlockFound') counts.deadlocks++
  if (fact === 'LockWaitTimedOut') counts.lockTimeouts++
  if (fact === 'SqlTransactionEnded' && isRolledBack(parameters)) {
    const { transaction } = parameters as Facts['SqlTransactionEnded']
    counts.rolledBack++
    if (several) severalOf(ctx).rolledBack(ctx, index, transaction)
  }
  const isTold = ctx.isListening || notable[fact] === true
  ctx.cause = isTold ? tell(ctx, fact, parameters) : skipFact(ctx)
}

function isRolledBack(parameters: object): boolean {
  return (parameters as Facts['SqlTransactionEnded']).outcome === 'rolledBack'
}
