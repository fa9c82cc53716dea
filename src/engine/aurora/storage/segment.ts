/**
 * A segment: one of the six copies of a protection group. Records arrive in any order, or never.
 * It keeps what it gets and knows its gaps: SCL is the last LSN up to which it holds every record
 * of its group. Verbitski 2017 §4.2.1, 2018 §2.3; rules L11–L13.
 */
import type { Lsn } from '../../contract/units.ts'
import { type Context, skipFact, tell, touchSegment } from '../context.ts'
import type { ProtectionGroup, Segment, World } from '../world.ts'
import { nextForSegment } from './chain.ts'
import { isKept, rowOf } from './redoLog.ts'

export function createSegment(id: string, group: number, slot: number, node: number): Segment {
  return {
    id,
    group,
    slot,
    node,
    scl: 0,
    sclOrdinal: -1,
    highestHeld: 0,
    epoch: 1,
    truncationEpoch: 1,
    lowestReadPoint: 0,
    hasHole: false,
  }
}

/** The segment of a group on a node; null when the node hosts none of it. */
export function segmentOn(world: World, group: number, node: number): Segment | null {
  const segments = world.groups[group]!.segments
  for (let slot = 0; slot < segments.length; slot++) {
    if (segments[slot]!.node === node) return segments[slot]!
  }
  return null
}

/** L11: puts `count` records of the chain, from `first` on, on the segment's disk. */
export function keepRecords(world: World, segment: Segment, first: number, count: number): void {
  const { log } = world
  let ordinal = first
  for (let kept = 0; kept < count && isKept(log, ordinal); kept++) {
    ordinal = keepRecord(world, segment, ordinal)
  }
}

/** L12: a record received twice changes nothing. Returns the next of the chain. */
function keepRecord(world: World, segment: Segment, ordinal: number): number {
  const { log } = world
  const row = rowOf(log, ordinal)
  log.heldBy[row]! |= 1 << segment.slot
  if (log.lsn[row]! > segment.highestHeld) segment.highestHeld = log.lsn[row]!
  return log.nextInGroup[row]!
}

/** L13: SCL walks up the chain and stops below the first gap. Returns whether it rose. */
export function raiseScl(world: World, segment: Segment): boolean {
  const { log } = world
  const group = world.groups[segment.group]!
  const bit = 1 << segment.slot
  const before = segment.scl
  let next = nextForSegment(log, group, segment)
  while (next >= 0 && isKept(log, next)) {
    const row = rowOf(log, next)
    if ((log.heldBy[row]! & bit) === 0) break
    segment.scl = log.lsn[row]!
    segment.sclOrdinal = next
    next = log.nextInGroup[row]!
  }
  return segment.scl > before
}

/**
 * L15: takes over from a peer everything of the group above `above` and up to `upTo`. What the log
 * no longer keeps one by one comes as a whole.
 */
export function copyFromPeer(world: World, segment: Segment, above: Lsn, upTo: Lsn): void {
  const group = world.groups[segment.group]!
  if (segment.scl < above) return
  if (segment.scl < group.baseLsn && upTo >= group.baseLsn) takeBase(segment, group)
  let next = nextForSegment(world.log, group, segment)
  while (next >= 0 && isKept(world.log, next)) {
    if (world.log.lsn[rowOf(world.log, next)]! > upTo) break
    next = keepRecord(world, segment, next)
  }
}

function takeBase(segment: Segment, group: ProtectionGroup): void {
  segment.scl = group.baseLsn
  segment.sclOrdinal = -1
  segment.highestHeld = Math.max(segment.highestHeld, group.baseLsn)
}

/** Tells of a hole that opened, once, and of one that was filled. */
export function noteHole(ctx: Context, segment: Segment, by: 'gossip' | 'resend' | 'late'): void {
  touchSegment(ctx, segment.group, segment.slot)
  const hasHole = segment.highestHeld > segment.scl
  if (hasHole === segment.hasHole) return
  segment.hasHole = hasHole
  if (!ctx.isListening) skipFact(ctx)
  else if (hasHole) tellHole(ctx, segment)
  else tell(ctx, 'HoleFilled', { segment: segment.id, scl: segment.scl, by })
}

function tellHole(ctx: Context, segment: Segment): void {
  const { log } = ctx.world
  const next = nextForSegment(log, ctx.world.groups[segment.group]!, segment)
  const missing = next >= 0 && isKept(log, next) ? log.lsn[rowOf(log, next)]! : segment.scl + 1
  tell(ctx, 'HoleOpened', { segment: segment.id, missing, received: segment.highestHeld })
}
