/**
 * A storage node is lost for good: nothing of what was on its disk is there any more. Its copies
 * count in no read or recovery set, for they have forgotten what they acknowledged; an empty node
 * that comes in its place is filled like a new member. Rules M11, M14.
 */
import { type Context, tell, touchSegment } from '../context.ts'
import { awaken } from './awaken.ts'
import type { GroupMembership } from './membership.ts'
import { durablePoint } from './rebuild.ts'
import { emptySlot } from './slots.ts'

export function loseDisk(ctx: Context, node: number): void {
  const { world } = ctx
  const { id, hosts } = world.nodes[node]!
  const { groups } = awaken(world)
  const segments = hosts.map(place => world.groups[place >>> 3]!.segments[place & 7]!)
  ctx.cause = tell(ctx, 'DiskLost', { node: id, segments: segments.map(its => its.id) })
  for (const { group, slot } of segments) {
    const own = groups[group]!
    const member = own.members[slot]!
    member.countsFrom = Math.max(member.countsFrom, durablePoint(world, group))
    member.joinedAt = world.now
    member.isLost = true
    member.filling = null
    own.uncounted |= 1 << slot
    emptySlot(world, group, slot)
    touchSegment(ctx, group, slot)
  }
  for (const own of groups) forgetAside(own, node)
  ctx.touched.hasTopologyChanged = true
}

/** A copy put aside on that disk can never come back. */
function forgetAside({ changes }: GroupMembership, node: number): void {
  for (const change of changes) if (change.aside?.segment.node === node) change.aside = null
}
