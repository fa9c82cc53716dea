/** A page is asked of one segment; the request carries when, for the latency. Rule D4. */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'

export function askSegment(ctx: Context, instance: number, read: number, slot: number): void {
  const { world } = ctx
  const { actor, memory } = world.instances[instance]!
  const { reads } = memory
  const group = reads.group[read]!
  reads.asked[read]! |= 1 << slot
  payload.a = group
  payload.b = reads.page[read]!
  payload.c = reads.point[read]!
  payload.d = reads.number[read]!
  payload.e = memory.epoch
  payload.f = world.now
  const { node } = world.groups[group]!.segments[slot]!
  sendMessage(ctx, actor, world.nodes[node]!.actor, messageNumber.ReadPage)
}
