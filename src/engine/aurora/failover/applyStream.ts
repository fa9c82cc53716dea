/**
 * A reader applies a record if it has its page and drops it otherwise; what it shows is always a
 * point that the writer's VDL has had (2018 §3.3). It lags by the measured curve, or by its own
 * queue when that is longer (*assumption*). Rules F1 and F2.
 */
import type { Micros } from '../../contract/units.ts'
import { schedule, type EventRecord } from '../../kernel/eventQueue.ts'
import { free } from '../../kernel/network.ts'
import { type Context, skipFact, tell, touchInstance } from '../context.ts'
import type { WriterMemory } from '../instance.ts'
import { isAnnulled, rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'
import { failoverEventKind } from './failoverEventKind.ts'
import { tellReadPoint } from './readPoint.ts'
import { takePoint } from './takePoint.ts'
import { lagCurve } from './lagCurve.ts'

/** F1: what comes from a writer of an older epoch is not taken. Returns whether it is kept. */
export function receiveStream(ctx: Context, index: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const { role, status, memory, life } = world.instances[index]!
  const stream = world.failover!.streams[index]!
  const last = messages.a[slot]! + messages.b[slot]! - 1
  if (role !== 'reader' || status !== 'open' || messages.d[slot]! < memory.epoch) return false
  if (last <= stream.received) return false
  const takes = applyMicros(world, memory, stream.received + 1, last)
  stream.received = last
  stream.busyUntil = Math.max(world.now, stream.busyUntil) + takes
  const byCurve = messages.sentAt[slot]! + lagCurve(world.failover!.rate)
  stream.appliesAt = Math.max(stream.appliesAt, stream.busyUntil, byCurve)
  schedule(world.queue, stream.appliesAt, failoverEventKind.streamApplied, slot, life)
  return true
}

/** F2: time for the records from `first` to `last`; what the log no longer keeps costs nothing. */
function applyMicros(world: World, memory: WriterMemory, first: number, last: number): Micros {
  const { log } = world
  const apply = world.parameters['replica.applyRecord']
  const drop = world.parameters['replica.dropRecord']
  let micros = 0
  for (let ordinal = Math.max(first, log.first); ordinal <= last; ordinal++) {
    if (isAnnulled(log, ordinal)) continue
    const isCached = memory.pool.frameOfPage[log.page[rowOf(log, ordinal)]!]! >= 0
    micros += isCached ? apply : drop
  }
  return micros
}

export function streamApplied(ctx: Context, { subject: slot, detail: life }: EventRecord): void {
  const { network, instances } = ctx.world
  const index = network.messages.to[slot]!
  const reader = instances[index]!
  ctx.cause = network.messages.cause[slot]!
  const isSame = reader.life === life && reader.role === 'reader' && reader.status === 'open'
  if (isSame) showPoint(ctx, index, slot)
  free(network, slot)
}

/** The reader's view moves on to the VDL that came with the redo. */
function showPoint(ctx: Context, index: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const { id, memory } = world.instances[index]!
  const stream = world.failover!.streams[index]!
  const vdl = messages.c[slot]!
  const sentAt = messages.sentAt[slot]!
  takePoint(world, memory, {
    first: messages.a[slot]!,
    last: messages.a[slot]! + messages.b[slot]! - 1,
    vdl,
    epoch: messages.d[slot]!,
  })
  stream.isJoined = true
  const { vdlOrdinal } = world.instances[world.failover!.writer]!.memory
  stream.behindSince = memory.vdlOrdinal >= vdlOrdinal ? -1 : sentAt
  stream.lagMicros = world.now - sentAt
  touchInstance(ctx, index)
  const { lagMicros } = stream
  if (ctx.isListening) tell(ctx, 'StreamApplied', { instance: id, vdl, lagMicros })
  else skipFact(ctx)
  tellReadPoint(ctx, index)
}
