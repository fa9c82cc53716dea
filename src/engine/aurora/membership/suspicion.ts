/**
 * Who is suspect: a member whose node has been silent for long enough (2017 §2.2), or that is
 * marked because its node is hot (2017 §2.3). Silent is a node without power, or one that nobody in
 * another zone hears: slow, unavailable and lost are one axis. One that only some cannot reach is
 * heard by others, and one that is being patched comes back (*assumption*). Rules M2, M14.
 */
import type { ActiveFault } from '../../contract/faults.ts'
import type { Micros } from '../../contract/units.ts'
import { isCutOff } from '../status/isCutOff.ts'
import type { World } from '../world.ts'
import type { Change } from './membership.ts'

/** Null: nothing is wrong with it, or not yet. */
export function suspicionOf(world: World, group: number, slot: number): Change['why'] | null {
  const { node } = world.groups[group]!.segments[slot]!
  const since = silentSince(world, node)
  const { parameters, now } = world
  const patience = parameters['repair.suspectAfter']
  const isPatched = world.pipeline?.patch?.away === node
  const isRepaired = parameters['repair.automatic'] === 1 && !isPatched
  if (isRepaired && since >= 0 && now - since >= patience) return 'silent'
  const heat = heatOf(world, node)
  return heat && now - heat.since >= patience ? 'hot' : null
}

/** As it stands now, whether anybody has noted it or not. */
export function isSilent(world: World, node: number): boolean {
  const { isUp, actor } = world.nodes[node]!
  return !isUp || isCutOff(world, actor)
}

/** -1 = it is heard. */
export function silentSince({ membership }: World, node: number): Micros {
  return membership!.silentSince[node]!
}

export function heatOf({ faults, nodes }: World, node: number): ActiveFault | undefined {
  return faults.find(({ fault, target }) => fault === 'HotNode' && target === nodes[node]!.id)
}

/** The next instant at which somebody becomes suspect who is not yet; Infinity = none. */
export function nextSuspicion(world: World): Micros {
  const patience = world.parameters['repair.suspectAfter']
  let next = Infinity
  for (let node = 0; node < world.nodes.length; node++) {
    if (world.nodes[node]!.hosts.length === 0) continue
    for (const since of [silentSince(world, node), heatOf(world, node)?.since ?? -1]) {
      if (since >= 0 && since + patience > world.now) next = Math.min(next, since + patience)
    }
  }
  return next
}
