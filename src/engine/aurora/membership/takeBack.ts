/**
 * A rebuild in place is taken back when the old copy is heard again before the new one counts: its
 * disk was never given up, as with a replacement (2018 §4.1). How is not published, since
 * rebuilding is not. What became durable meanwhile must be on a write set with the old copy in its
 * slot. Rules M4, M11.
 */
import { type Context, touchSegment } from '../context.ts'
import { isBehind } from '../pipeline/endPageFault.ts'
import type { Lane } from '../pipeline/pipeline.ts'
import { isSatisfied, bitsAtLeast } from '../storage/quorum.ts'
import { isKept, rowOf } from '../storage/redoLog.ts'
import { segmentOn } from '../storage/segment.ts'
import type { World } from '../world.ts'
import { type Change, type CopyAside, slotOf } from './membership.ts'
import { takeSets, tellChanged } from './putInForce.ts'
import { durablePoint } from './rebuild.ts'
import { emptySlot, forgetSlot, rehost } from './slots.ts'
import { silentSince } from './suspicion.ts'

/** Null when nothing of it is left. */
export function putAside(world: World, group: number, slot: number): CopyAside | null {
  const { members, uncounted } = world.membership!.groups[group]!
  const member = members[slot]!
  if (member.isLost) return null
  return {
    segment: { ...world.groups[group]!.segments[slot]! },
    member: { ...member },
    isCounted: ((uncounted >>> slot) & 1) === 0,
    held: heldBy(world, group, slot),
    lane: world.pipeline?.lanes[group * 8 + slot] ?? null,
  }
}

function heldBy({ log }: World, group: number, slot: number): Float64Array {
  const held: number[] = []
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    if (log.group[row] === group && (log.heldBy[row]! >>> slot) & 1) held.push(ordinal)
  }
  return Float64Array.from(held)
}

/** M11: it is heard, nobody else of the group stands there now, and nothing durable is lost. */
export function canTakeBack(world: World, group: number, { aside, why }: Change): boolean {
  if (!aside || why !== 'silent') return false
  const { node } = aside.segment
  if (silentSince(world, node) >= 0 || segmentOn(world, group, node)) return false
  return isDurableWith(world, group, aside)
}

/** As K4 counts: who does not count yet may have been among those that acknowledged. */
function isDurableWith(world: World, group: number, aside: CopyAside): boolean {
  const { segments, tipLsn, write } = world.groups[group]!
  const { slot } = aside.segment
  const scl = segments.map(segment => segment.scl)
  scl[slot] = aside.segment.scl
  const have = bitsAtLeast(scl, Math.min(durablePoint(world, group), tipLsn))
  const others = world.membership!.groups[group]!.uncounted & ~(1 << slot)
  return isSatisfied(write, have | others)
}

export function takeBack(ctx: Context, group: number, change: Change): void {
  const { world } = ctx
  const own = world.membership!.groups[group]!
  const slot = slotOf(own.members, change.joining)
  const segment = world.groups[group]!.segments[slot]!
  const left = segment.id
  const aside = change.aside!
  emptySlot(world, group, slot)
  forgetSlot(world, group, slot)
  rehost(world, group, slot, aside.segment.node)
  restore(world, group, slot, aside)
  own.changes = own.changes.filter(other => other !== change)
  own.members[slot]!.epoch = ++world.groups[group]!.membershipEpoch
  takeSets(ctx, group)
  touchSegment(ctx, group, slot)
  tellChanged(ctx, group, { change: 'rollBack', joined: segment.id, left })
}

/** All as it was left on the disk; what the log has dropped meanwhile comes from a peer (L18). */
function restore(world: World, group: number, slot: number, aside: CopyAside): void {
  const { groups, log, membership, pipeline } = world
  const own = membership!.groups[group]!
  const { incarnation } = own.members[slot]!
  own.members[slot] = { ...aside.member, incarnation }
  own.uncounted = aside.isCounted ? own.uncounted & ~(1 << slot) : own.uncounted | (1 << slot)
  const { sclOrdinal } = aside.segment
  Object.assign(groups[group]!.segments[slot]!, aside.segment, {
    sclOrdinal: isKept(log, sclOrdinal) ? sclOrdinal : -1,
  })
  for (const ordinal of aside.held) {
    if (isKept(log, ordinal)) log.heldBy[rowOf(log, ordinal)]! |= 1 << slot
  }
  if (pipeline) pipeline.lanes[group * 8 + slot] = laneAgain(world, aside)
}

/** A page that was healed by hand meanwhile is whole; the node has to find the others again. */
function laneAgain(world: World, { lane, segment }: CopyAside): Lane | null {
  if (!lane) return null
  const corrupt = lane.corrupt
    .filter(({ page }) => world.faults.some(fault => isBehind(world, fault, segment, page)))
    .map(damage => ({ ...damage, foundAt: 0 }))
  return { ...lane, corrupt, settledAt: world.now }
}
