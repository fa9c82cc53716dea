/**
 * The scan: every segment is asked for its SCL together with the promise to refuse lower epochs
 * from then on. Rules R2, R3.
 */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'

/** R3: to every segment that has not promised yet. */
export function sendScans(ctx: Context, index: number): void {
  const { groups } = ctx.world
  const { promised } = ctx.world.instances[index]!.memory.opening!
  for (let group = 0; group < groups.length; group++) {
    for (let slot = 0; slot < groups[group]!.segments.length; slot++) {
      if (((promised[group]! >>> slot) & 1) === 0) sendScan(ctx, index, group * 8 + slot)
    }
  }
}

function sendScan(ctx: Context, index: number, member: number): void {
  const { groups, nodes, instances } = ctx.world
  const { node } = groups[member >>> 3]!.segments[member & 7]!
  payload.a = member >>> 3
  payload.b = instances[index]!.memory.epoch
  sendMessage(ctx, instances[index]!.actor, nodes[node]!.actor, messageNumber.ScanScl)
}
