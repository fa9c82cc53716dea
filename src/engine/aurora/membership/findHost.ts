/**
 * Where a new copy goes: a node of the same zone that is heard and hosts none of the group, the one
 * that hosts fewest (2017 §2.3: a colder node). Without such a node nothing can be replaced.
 * Rule M15.
 */
import type { World } from '../world.ts'
import { heatOf, isSilent } from './suspicion.ts'

/** Index of the node; -1 = none. */
export function findHost(world: World, group: number, slot: number): number {
  let best = -1
  for (let node = 0; node < world.nodes.length; node++) {
    if (!canHost(world, group, slot, node)) continue
    if (best < 0 || world.nodes[node]!.hosts.length < world.nodes[best]!.hosts.length) best = node
  }
  return best
}

export function canHost(world: World, group: number, slot: number, node: number): boolean {
  const { segments } = world.groups[group]!
  const isSameZone = world.nodes[segments[slot]!.node]!.zone === world.nodes[node]!.zone
  const isFit = isSameZone && !isSilent(world, node) && !heatOf(world, node)
  return isFit && segments.every(other => other.node !== node)
}
