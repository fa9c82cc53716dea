/**
 * Who can reach whom: a storage node is within the writer's reach when it has power and messages
 * pass both ways, since a commit needs the redo on the way out and the answer on the way back.
 * Whether the writer itself runs is another question. Rules Q6, N3, N4.
 */
import { linkOf } from '../../kernel/network.ts'
import type { ProtectionGroup, World } from '../world.ts'

const everything = 1_000_000

/** Index of the volume's writer; -1 when the cluster has none. */
export function writerIndex(world: World): number {
  const { instances, failover } = world
  if (failover) return failover.writer
  for (let index = 0; index < instances.length; index++) {
    if (instances[index]!.role === 'writer') return index
  }
  return -1
}

/** Does a message that leaves `from` ever come to `to`? */
export function isLinkOpen(world: World, from: number, to: number): boolean {
  const { network } = world
  const link = linkOf(network, from, to)
  return network.cut[link] === 0 && network.lossPpm[link]! < everything
}

export function isJoined(world: World, one: number, other: number): boolean {
  return isLinkOpen(world, one, other) && isLinkOpen(world, other, one)
}

export function isNodeReachable(world: World, node: number, instance: number): boolean {
  const host = world.nodes[node]!
  return host.isUp && instance >= 0 && isJoined(world, world.instances[instance]!.actor, host.actor)
}

/** Segments of the group whose node has power: bit k is slot k. */
export function runningBits(world: World, group: ProtectionGroup): number {
  let bits = 0
  for (const segment of group.segments) {
    if (world.nodes[segment.node]!.isUp) bits |= 1 << segment.slot
  }
  return bits
}

/** Segments of the group within reach of the instance: bit k is slot k. */
export function reachableBits(world: World, group: ProtectionGroup, instance: number): number {
  let bits = 0
  for (const segment of group.segments) {
    if (isNodeReachable(world, segment.node, instance)) bits |= 1 << segment.slot
  }
  return bits
}
