/**
 * The volume grows: its last protection group is full, so it adds one, two segments in each zone,
 * and the geometry epoch rises by one (2017 §2.2, 2018 §4.1). That the new group is there at once
 * is an assumption. Rule M16.
 */
import { type Context, tell, touchSegment } from '../context.ts'
import { createGroup } from '../createWorld.ts'
import { freshGroup } from '../database/createInstance.ts'
import { scheduleGossip } from '../storage/gossip.ts'
import type { World } from '../world.ts'
import { awaken, groupMembership } from './awaken.ts'
import { learnVolume } from './slots.ts'

export function grow(ctx: Context): void {
  const { world, cause } = ctx
  const membership = awaken(world)
  const index = world.groups.length
  const group = createGroup(world.parameters, index, world.nodes)
  world.groups.push(group)
  membership.groups.push(groupMembership(world, group))
  membership.geometryEpoch++
  world.status.writeQuorum.push(true)
  world.status.readQuorum.push(true)
  for (const instance of world.instances) {
    instance.memory.groups.push(freshGroup(world, index, null))
  }
  for (const segment of group.segments) {
    learnVolume(world, segment)
    scheduleGossip(world, segment, gossipAfter(world, segment.slot))
    touchSegment(ctx, index, segment.slot)
  }
  ctx.touched.hasTopologyChanged = true
  const { geometryEpoch } = membership
  tell(ctx, 'VolumeGrew', { group: group.id, geometryEpoch, groups: index + 1 })
  ctx.cause = cause
}

/** Spread over one period, as at the start. */
function gossipAfter({ parameters, groups }: World, slot: number): number {
  const members = groups[0]!.segments.length
  return Math.floor((parameters['storage.gossipPeriod'] * (slot + 1)) / members)
}
