/**
 * What lies below every read point may be collected, so each reader tells the writer below which
 * point it reads no more; the writer takes the least of all (2018 §3.4). Rule F11.
 */
import type { Lsn } from '../../contract/units.ts'
import type { Context } from '../context.ts'
import type { WriterMemory } from '../instance.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'

/** F11: after each move of its view. */
export function tellReadPoint(ctx: Context, index: number): void {
  const { instances, failover } = ctx.world
  payload.a = lowestPoint(instances[index]!.memory)
  const { actor } = instances[failover!.writer]!
  sendMessage(ctx, instances[index]!.actor, actor, messageNumber.ReadPoint)
}

/** A read in progress counts by its own group's LSN, which is not above the VDL it began at. */
function lowestPoint({ vdl, reads }: WriterMemory): Lsn {
  let lowest = vdl
  for (let slot = 0; slot < reads.number.length; slot++) {
    if (reads.number[slot] !== 0) lowest = Math.min(lowest, reads.point[slot]!)
  }
  return lowest
}

/** What an earlier life of the reader has told is not above what it was sent when it came back. */
export function receiveReadPoint(ctx: Context, _writer: number, slot: number): void {
  const { messages } = ctx.world.network
  const stream = ctx.world.failover!.streams[messages.from[slot]!]!
  if (stream.readPoint < 0) return
  stream.readPoint = Math.max(stream.readPoint, messages.a[slot]!)
}
