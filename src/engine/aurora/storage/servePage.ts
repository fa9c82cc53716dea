/**
 * A page read at a segment: it answers only between the lowest read point (PGMRPL) and its SCL,
 * both counted in the LSNs of its own group, so that an idle group can be read (2018 §3.4).
 * What is not yet coalesced is applied first. Rules D1–D3.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { Segment, World } from '../world.ts'
import { catchUpTruncations } from './epoch.ts'
import { timeOn } from './persist.ts'
import { segmentOn } from './segment.ts'

export const readRefusal = {
  none: 0,
  notComplete: 1,
  tooOld: 2,
  staleEpoch: 3,
  corrupt: 4,
} as const

export function receiveReadPage(ctx: Context, node: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const segment = segmentOn(world, messages.a[slot]!, node)
  if (!segment) return false
  if (messages.e[slot]! > segment.epoch) catchUpTruncations(ctx, segment, messages.e[slot]!)
  const refusal = refusalOf(segment, messages.c[slot]!, messages.e[slot]!)
  if (refusal !== readRefusal.none) {
    answerRead(ctx, slot, refusal)
    return false
  }
  const host = world.nodes[node]!
  const page = messages.b[slot]!
  const plain = timeOn(host, readMicros(world, page))
  const takes = ctx.storage ? ctx.storage.readMicros(ctx, segment, page, plain) : plain
  schedule(world.queue, world.now + takes, eventKind.pageReady, slot, host.life)
  return true
}

/** D1: complete for the point, not below what may be collected, and of this epoch. */
function refusalOf(segment: Segment, point: number, epoch: number): number {
  if (epoch < segment.epoch) return readRefusal.staleEpoch
  if (point > segment.scl) return readRefusal.notComplete
  return point < segment.lowestReadPoint ? readRefusal.tooOld : readRefusal.none
}

/** D3: chains of `coalesceChain` records are coalesced behind the scenes; the rest now, or all. */
function readMicros(world: World, page: number): number {
  const { parameters } = world
  const isCoalesced = parameters['storage.background'] === 1
  const longest = isCoalesced ? parameters['storage.coalesceChain'] : Infinity
  const chain = world.pageRecords[page]! % longest
  return parameters['storage.pageRead'] + chain * parameters['storage.applyRecord']
}

export function servePage(ctx: Context, slot: number): void {
  const { messages } = ctx.world.network
  const { touched } = ctx
  const segment = segmentOn(ctx.world, messages.a[slot]!, nodeOf(ctx.world, messages.to[slot]!))
  if (!segment) return
  const page = messages.b[slot]!
  let refusal: number = refusalOf(segment, messages.c[slot]!, messages.e[slot]!)
  if (refusal === readRefusal.none && ctx.storage?.servesPage(ctx, segment, page) === false) {
    refusal = readRefusal.corrupt
  }
  if (refusal === readRefusal.none) {
    touched.reads[touched.readCount] = segment.group * 8 + segment.slot
    touched.readPages[touched.readCount] = page
    touched.readPoints[touched.readCount++] = messages.c[slot]!
  }
  answerRead(ctx, slot, refusal)
}

function nodeOf(world: World, actor: number): number {
  return actor - world.instances.length
}

function answerRead(ctx: Context, slot: number, refusal: number): void {
  const { messages } = ctx.world.network
  payload.a = messages.a[slot]!
  payload.b = messages.b[slot]!
  payload.c = messages.c[slot]!
  payload.d = messages.d[slot]!
  payload.e = refusal
  payload.f = messages.f[slot]!
  sendMessage(ctx, messages.to[slot]!, messages.from[slot]!, messageNumber.PageAnswer)
}
