/**
 * A batch on its way to one member of its group. It carries the volume epoch and the lowest read
 * point, below which the segment may collect. Rules L9, D5, R2.
 */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'

/** Sends the batch in this row of its group's ring to the member `group * 8 + slot`. */
export function sendBatch(ctx: Context, instance: number, member: number, row: number): void {
  const { world } = ctx
  const { actor, memory } = world.instances[instance]!
  const group = member >>> 3
  const { batches, lowestReadPoint } = memory.groups[group]!
  const { node } = world.groups[group]!.segments[member & 7]!
  payload.a = group
  payload.b = batches.first[row]!
  payload.c = batches.count[row]!
  payload.d = memory.epoch
  payload.e = lowestReadPoint
  payload.f = batches.number[row]!
  world.redoSent.messages++
  world.redoSent.copies += batches.count[row]!
  sendMessage(ctx, actor, world.nodes[node]!.actor, messageNumber.WriteRedo)
}
