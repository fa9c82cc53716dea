/**
 * Steps 1 and 2 of a storage node, the only two in the foreground: receive, then persist and
 * acknowledge. The ack carries SCL (2017 §3.3, 2018 §2.3). A node never says "conflict": it
 * accepts, or refuses a stale epoch. Rules L11, R2.
 */
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { Segment } from '../world.ts'
import { catchUpTruncations } from './epoch.ts'
import { beginPersisting } from './persist.ts'
import { isAnnulled, isKept } from './redoLog.ts'
import { keepRecords, noteHole, raiseScl, segmentOn } from './segment.ts'

/** Returns whether the message is kept until it is on disk. */
export function receiveRedo(ctx: Context, node: number, slot: number): boolean {
  const { messages } = ctx.world.network
  const segment = segmentOn(ctx.world, messages.a[slot]!, node)
  if (!segment) return false
  const epoch = messages.d[slot]!
  if (epoch < segment.epoch) return refuseRedo(ctx, segment, slot)
  catchUpTruncations(ctx, segment, epoch)
  return beginPersisting(ctx, node, slot)
}

/** The batch is on disk. */
export function persistRedo(ctx: Context, node: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const segment = segmentOn(world, messages.a[slot]!, node)
  if (!segment) return
  if (messages.d[slot]! < segment.epoch) {
    refuseRedo(ctx, segment, slot)
    return
  }
  ctx.storage?.receiveRecords(ctx, segment, messages.b[slot]!, messages.c[slot]!)
  keepRecords(world, segment, messages.b[slot]!, messages.c[slot]!)
  segment.lowestReadPoint = Math.max(segment.lowestReadPoint, messages.e[slot]!)
  raiseScl(world, segment)
  tellPersisted(ctx, segment)
  noteHole(ctx, segment, 'late')
  acknowledge(ctx, segment, slot, 0)
}

function tellPersisted(ctx: Context, segment: Segment): void {
  if (!ctx.isListening) {
    ctx.cause = skipFact(ctx)
    return
  }
  const { id, highestHeld, scl } = segment
  ctx.cause = tell(ctx, 'RecordsPersisted', { segment: id, last: highestHeld, scl })
}

/** R2: what comes with a lower epoch bounces off and says so. */
function refuseRedo(ctx: Context, segment: Segment, slot: number): boolean {
  const { log, network } = ctx.world
  const first = network.messages.b[slot]!
  const because = isKept(log, first) && isAnnulled(log, first) ? 'annulled' : 'staleEpoch'
  if (ctx.isListening) {
    const refusal = { segment: segment.id, because, epoch: segment.epoch } as const
    ctx.cause = tell(ctx, 'RecordsRefused', refusal)
  } else ctx.cause = skipFact(ctx)
  acknowledge(ctx, segment, slot, because === 'annulled' ? 2 : 1)
  return false
}

function acknowledge(ctx: Context, segment: Segment, slot: number, isStale: number): void {
  const { messages } = ctx.world.network
  payload.a = segment.group
  payload.b = segment.scl
  payload.c = isStale ? segment.epoch : messages.d[slot]!
  payload.d = messages.f[slot]!
  payload.e = isStale
  sendMessage(ctx, messages.to[slot]!, messages.from[slot]!, messageNumber.WriteAck)
}
