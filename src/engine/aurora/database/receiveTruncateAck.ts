/** A segment has the new epoch and the truncation range on disk. Rule R7. */
import type { Context } from '../context.ts'
import { segmentOn } from '../storage/segment.ts'
import { noteRecoveredScl } from './noteRecoveredScl.ts'

export function receiveTruncateAck(ctx: Context, index: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const { opening } = world.instances[index]!.memory
  const group = messages.a[slot]!
  const segment = segmentOn(world, group, messages.from[slot]! - world.instances.length)
  if (opening === null || messages.b[slot] !== opening.epoch || !segment) return
  if (opening.phase !== 'truncating' && opening.phase !== 'recovering') return
  opening.truncated[group]! |= 1 << segment.slot
  noteRecoveredScl(ctx, index, group * 8 + segment.slot, messages.c[slot]!)
}
