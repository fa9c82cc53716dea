/**
 * The volume grows: its last protection group is full, so it adds one, two segments in each zone,
 * and the geometry epoch rises by one (2017 §2.2, 2018 §4.1). That the new group is there at once
 * is an assumption. Rule M16.
 */
import { type Context, tell, touchSegment } from '../context.ts'
import { createGroup, usualHost } from '../createWorld.ts'
import { freshGroup } from '../database/createInstance.ts'
import { settleMeter } from '../serverless/settleMeter.ts'
import { scheduleGossip } from '../storage/gossip.ts'
import type { World } from '../world.ts'
import { awaken, groupMembership } from './awaken.ts'
import { learnVolume } from './slots.ts'
import { heatOf, isSilent } from './suspicion.ts'

export function grow(ctx: Context): void {
  const { world, cause } = ctx
  const membership = awaken(world)
  const index = world.groups.length
  if (world.serverless) settleMeter(world)
  const group = createGroup(world.parameters, index, world.nodes, hostsOf(world, index))
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

/** M16: as usual, but for nodes that are silent or hot, as far as their zone has others. */
function hostsOf(world: World, group: number): number[] {
  const hosts: number[] = []
  for (let slot = 0; slot < world.parameters['quorum.copies']; slot++) {
    hosts.push(hostFor(world, usualHost(world.parameters, group, slot), hosts))
  }
  return hosts
}

/** The next of its zone, from the usual one on, that is fit; else the next that is free. */
function hostFor(world: World, usual: number, taken: readonly number[]): number {
  const fleet = world.parameters['storage.fleetPerAz']
  const first = usual - (usual % fleet)
  const inTurn = Array.from({ length: fleet }, (_, turn) => first + ((usual + turn) % fleet))
  const free = inTurn.filter(node => !taken.includes(node))
  return free.find(node => !isSilent(world, node) && !heatOf(world, node)) ?? free[0]!
}

/** Spread over one period, as at the start. */
function gossipAfter({ parameters, groups }: World, slot: number): number {
  const members = groups[0]!.segments.length
  return Math.floor((parameters['storage.gossipPeriod'] * (slot + 1)) / members)
}
