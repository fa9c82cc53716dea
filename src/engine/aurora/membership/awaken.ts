/**
 * Membership begins to be counted: until then every group has the members of the start, and
 * nothing is carried by any message. A page store of several writers keeps its six.
 */
import { tailSlots } from '../storage/quorumSets.ts'
import type { ProtectionGroup, World } from '../world.ts'
import { isSilent } from './suspicion.ts'
import { firstLetters, type GroupMembership, type Membership } from './membership.ts'

/** Does nothing when it is awake. */
export function awaken(world: World): Membership {
  world.membership ??= {
    geometryEpoch: 1,
    groups: world.groups.map(group => groupMembership(world, group)),
    silentSince: world.nodes.map((_, node) => (isSilent(world, node) ? world.now : -1)),
    silentFact: world.nodes.map(() => 0),
    looksAt: 0,
  }
  return world.membership
}

export function groupMembership(world: World, group: ProtectionGroup): GroupMembership {
  const { membershipEpoch, segments } = group
  return {
    members: firstLetters(segments.length).map(letter => ({
      letter,
      incarnation: 0,
      epoch: membershipEpoch,
      isLost: false,
      isApart: false,
      countsFrom: 0,
      joinedAt: 0,
      filling: null,
    })),
    uncounted: 0,
    tails: tailSlots(world.parameters),
    model: '4/6',
    changes: [],
    writing: null,
    knownBy: world.instances.map(() => membershipEpoch),
  }
}
