/**
 * Reading as classic quorum systems do, to compare with: the page is asked of five copies, so that
 * one or two slow ones do not matter, and a read set must have answered, whatever each of them has
 * (2018 §3: three reads at least, more likely five). Rule D25.
 */
import type { Context } from '../context.ts'
import type { PageReads } from '../instance.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { Segment } from '../world.ts'
import { askSegment } from './askSegment.ts'

const copiesAsked = 5
const pageCame = 1 << 8

/** D25: beside the first one four more, the quickest first, complete or not. */
export function askReadSet(ctx: Context, instance: number, read: number): void {
  const { reads, groups } = ctx.world.instances[instance]!.memory
  const { readLatency } = groups[reads.group[read]!]!
  for (let asked = 1; asked < copiesAsked; asked++) {
    const slot = quickest(readLatency, reads.asked[read]!)
    if (slot >= 0) askSegment(ctx, instance, read, slot)
  }
}

function quickest(readLatency: Float64Array, asked: number): number {
  let best = -1
  for (let slot = 0; slot < readLatency.length; slot++) {
    if (((asked >>> slot) & 1) === 1) continue
    if (best < 0 || readLatency[slot]! < readLatency[best]!) best = slot
  }
  return best
}

/** D25: one that lacks records has an older version, which counts; the newest of them is taken. */
export function isReadSetHeard(
  ctx: Context,
  instance: number,
  read: number,
  { segment, refusal }: { segment: Segment; refusal: number },
): boolean {
  const { reads } = ctx.world.instances[instance]!.memory
  reads.answered[read]! |= (1 << segment.slot) | (refusal === 0 ? pageCame : 0)
  return hasReadSet(ctx, reads, read)
}

function hasReadSet({ world }: Context, reads: PageReads, read: number): boolean {
  const answered = reads.answered[read]!
  const { read: expression } = world.groups[reads.group[read]!]!
  return answered >= pageCame && isSatisfied(expression, answered & (pageCame - 1))
}
