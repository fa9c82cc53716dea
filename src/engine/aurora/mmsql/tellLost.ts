/** A typed transaction has lost against another writer: told, and counted by its cause. C6, T13. */
import type { InstanceId } from '../../contract/ids.ts'
import type { ConflictCause } from '../../contract/refusals.ts'
import { type Context, tell } from '../context.ts'
import { mmOf } from '../multimaster/mmPlaces.ts'
import { noteWriter } from '../multimaster/noteWriter.ts'
import type { Connection } from '../sql/sqlWorld.ts'

export interface Loss {
  cause: ConflictCause
  page: number
  /** The version that it was built on, and the newest one found. */
  base: number
  version: number
  /** Who was there first; empty when nobody won. */
  winner: InstanceId | ''
}

export function tellLost(ctx: Context, index: number, connection: Connection, loss: Loss): void {
  const { world } = ctx
  const mm = mmOf(world)
  const session = world.sql!.places[index]!.desk.sessions.get(connection.session)
  const writer = mm.writers[index]!
  mm.conflicts[loss.cause]++
  noteWriter(writer, world.now)
  writer.conflicts++
  writer.causes[loss.cause]++
  ctx.cause = tell(ctx, 'TransactionRolledBack', {
    transaction: session?.transaction?.number ?? 0,
    application: session?.name ?? '',
    session: 0,
    instance: world.instances[index]!.id,
    ...loss,
  })
}
