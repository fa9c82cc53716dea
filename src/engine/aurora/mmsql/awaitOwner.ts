/**
 * C8 by choice: a row of another writer's open transaction is waited for, as a lock would be, until
 * the edition gives up. No lock tells of its end: it is looked at again now and then. Rule J21.
 */
import { transactionPhase } from '../database/transactions.ts'
import { ringSlot } from '../sql/ringSlot.ts'
import { sqlEventKind } from '../sql/sqlEventKind.ts'
import type { Turn } from '../sql/turn.ts'

const patienceMicros = 1_000

/** False: it has waited for too long. */
export function awaitOwner(turn: Turn): boolean {
  const { ctx, index, connection } = turn
  const { world } = ctx
  const its = connection.proposing!
  const session = world.sql!.places[index]!.desk.sessions.get(connection.session)
  if (its.ownedSince < 0) its.ownedSince = world.now
  if (world.now - its.ownedSince >= (session?.lockWaitTimeout ?? 0)) return false
  world.instances[index]!.memory.transactions.phase[connection.slot] = transactionPhase.heldBack
  ringSlot(turn, sqlEventKind.slotDue, world.now + patienceMicros)
  return true
}
