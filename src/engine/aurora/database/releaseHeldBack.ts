/** VDL has moved, and the allocation limit with it: who was held back goes on. Rule L8. */
import { type Context, tell } from '../context.ts'
import { isRoomFor } from './holdBack.ts'
import { recordsPerRow } from './recordCounts.ts'
import { runTransaction } from './runTransaction.ts'
import { shiftSlot } from './slotRing.ts'

/** In order; one that soon needs still more room goes to the end of the queue. */
export function releaseHeldBack(ctx: Context, index: number): void {
  const { world } = ctx
  const instance = world.instances[index]!
  const { memory } = instance
  if (memory.blocked.count === 0) return
  const records = recordsPerRow(world.parameters)
  let left = memory.blocked.count
  while (left-- > 0 && isRoomFor(world, instance, records)) {
    runTransaction(ctx, index, shiftSlot(memory.blocked))
  }
  if (memory.blocked.count > 0) return
  const waitedMicros = world.now - (memory.blockedSince ?? world.now)
  memory.blockedSince = null
  tell(ctx, 'BackPressureEnded', { instance: instance.id, waitedMicros })
}
