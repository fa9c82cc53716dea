/**
 * Epochs at a segment. A segment that has promised a volume epoch refuses lower ones from then
 * on: the locks are changed, nobody waits for a lease (2018 §2.4, R2). Truncation ranges are
 * versioned by epoch (2017 §4.3); a segment that missed one because it was away fetches it from
 * the volume's metadata before it takes part again (*assumption*, R11).
 */
import type { Lsn } from '../../contract/units.ts'
import { type Context, touchSegment } from '../context.ts'
import type { Segment, World } from '../world.ts'
import { ordinalAtOrBelow } from './chain.ts'
import { recordFlag, rowOf } from './redoLog.ts'

/** R6: a later recovery has annulled whatever a writer of this epoch still writes. */
export function isReplaced({ volume }: World, epoch: number): boolean {
  return (volume.truncations.at(-1)?.epoch ?? 0) > epoch
}

/** R2: a promise; lower epochs are refused from now on. */
export function promiseEpoch(ctx: Context, segment: Segment, epoch: number): void {
  if (epoch <= segment.epoch) return
  segment.epoch = epoch
  touchSegment(ctx, segment.group, segment.slot)
}

/** R11: applies every range of the volume up to `epoch` that the segment has not applied yet. */
export function catchUpTruncations(ctx: Context, segment: Segment, epoch: number): void {
  promiseEpoch(ctx, segment, epoch)
  for (const range of ctx.world.volume.truncations) {
    if (range.epoch > segment.truncationEpoch && range.epoch <= epoch) {
      applyTruncation(ctx, segment, range.above, range.upTo)
      segment.truncationEpoch = range.epoch
    }
  }
}

/** R7: what lies in the range is annulled on this segment: SCL falls back to the last kept. */
function applyTruncation(ctx: Context, segment: Segment, above: Lsn, upTo: Lsn): void {
  touchSegment(ctx, segment.group, segment.slot)
  if (segment.scl > above && segment.scl <= upTo) fallBack(ctx.world, segment, above)
  if (segment.highestHeld > above && segment.highestHeld <= upTo) {
    segment.highestHeld = highestKept(ctx.world, segment, above)
  }
  segment.hasHole = segment.highestHeld > segment.scl
}

/** It held everything up to an annulled record, so it holds all that is kept up to `above`. */
function fallBack(world: World, segment: Segment, above: Lsn): void {
  const group = world.groups[segment.group]!
  const ordinal = ordinalAtOrBelow(world.log, group, above)
  segment.sclOrdinal = ordinal
  if (ordinal >= 0) segment.scl = world.log.lsn[rowOf(world.log, ordinal)]!
  else segment.scl = Math.min(above, group.baseLsn)
}

function highestKept(world: World, segment: Segment, above: Lsn): Lsn {
  const { log } = world
  const bit = 1 << segment.slot
  for (let ordinal = log.next - 1; ordinal >= log.first; ordinal--) {
    const row = rowOf(log, ordinal)
    const isOwn = log.group[row] === segment.group && (log.heldBy[row]! & bit) !== 0
    const isLive = (log.flags[row]! & recordFlag.annulled) === 0
    if (isOwn && isLive && log.lsn[row]! <= above) return Math.max(log.lsn[row]!, segment.scl)
  }
  return segment.scl
}
