/**
 * `REGIONAL_RAW` for a typed session: the other writers are asked how far they are, and the
 * statement goes on when all of that has been applied here. Rules J23, D17, D18.
 */
import { transactionPhase } from '../database/transactions.ts'
import { beginTypedSync } from '../multimaster/regional.ts'
import { noteSynced } from '../relations/sessions/syncFirst.ts'
import { typedNumber } from '../sql/sqlPlaces.ts'
import type { Turn } from '../sql/turn.ts'

/** False: there is nobody to ask, and it goes on at once. */
export function beginSync({ ctx, index, connection }: Turn): boolean {
  const { world } = ctx
  const its = connection.proposing!
  const { desk } = world.sql!.places[index]!
  const { transactions } = world.instances[index]!.memory
  const transaction = desk.sessions.get(connection.session)?.transaction?.number ?? 0
  transactions.phase[connection.slot] = transactionPhase.heldBack
  its.syncSince = world.now
  if (beginTypedSync(ctx, index, its.owner, transaction)) return true
  its.syncSince = -1
  noteSynced(desk, connection.session)
  return false
}

/** What others had acknowledged is here; how long that took stands with the statement. */
export function endSync({ ctx, index, connection }: Turn): void {
  const { world } = ctx
  const its = connection.proposing!
  const waitedMicros = world.now - its.syncSince
  its.syncSince = -1
  noteSynced(world.sql!.places[index]!.desk, connection.session)
  const typed = typedNumber(world.sql!, connection.running)
  if (typed) typed.record = Object.freeze({ ...typed.record, waitedMicros })
}
