/**
 * A segment's part in recovery: it promises the new epoch and tells what it holds; then it writes
 * the truncation range and the epoch down. 2018 §2.4, 2017 §4.3; rules R2, R7.
 */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { catchUpTruncations, promiseEpoch } from './epoch.ts'
import { beginPersisting } from './persist.ts'
import { segmentOn } from './segment.ts'

/** Before it tells its SCL, a segment applies the ranges of earlier recoveries that it missed. */
export function receiveScan(ctx: Context, node: number, slot: number): void {
  const { messages } = ctx.world.network
  const segment = segmentOn(ctx.world, messages.a[slot]!, node)
  const epoch = messages.b[slot]!
  if (!segment || epoch < segment.epoch) return
  catchUpTruncations(ctx, segment, epoch)
  payload.a = segment.group
  payload.b = epoch
  payload.c = segment.scl
  payload.d = segment.highestHeld
  sendMessage(ctx, messages.to[slot]!, messages.from[slot]!, messageNumber.SclPromise)
}

export function receiveTruncate(ctx: Context, node: number, slot: number): boolean {
  const { messages } = ctx.world.network
  const segment = segmentOn(ctx.world, messages.a[slot]!, node)
  if (!segment || messages.b[slot]! < segment.epoch) return false
  promiseEpoch(ctx, segment, messages.b[slot]!)
  return beginPersisting(ctx, node, slot)
}

export function persistTruncation(ctx: Context, node: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const segment = segmentOn(world, messages.a[slot]!, node)
  const epoch = messages.b[slot]!
  if (!segment || epoch < segment.epoch) return
  catchUpTruncations(ctx, segment, epoch)
  payload.a = segment.group
  payload.b = epoch
  payload.c = segment.scl
  sendMessage(ctx, messages.to[slot]!, messages.from[slot]!, messageNumber.TruncateAck)
}
