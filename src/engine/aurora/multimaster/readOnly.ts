/**
 * `rds_set_read_only`: a writer that answers reads and refuses changes with error 1290, until it is
 * set back or its process ends (user guide; the code is MySQL's). Rule D28.
 */
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { mmOf } from './mmPlaces.ts'

/** Transactions on their way keep what they have changed and can commit it. */
export function setReadOnly(ctx: Context, writer: number, isReadOnly: boolean): void {
  const { world } = ctx
  const { survival } = mmOf(world)
  if (isReadOnlyAt(world, writer) === isReadOnly) return
  survival.isReadOnly[writer] = isReadOnly ? 1 : 0
  const instance = world.instances[writer]!.id
  ctx.cause = tell(ctx, 'WriterReadOnly', { instance, isReadOnly })
}

export function isReadOnlyAt(world: World, writer: number): boolean {
  return mmOf(world).survival.isReadOnly[writer] === 1
}
