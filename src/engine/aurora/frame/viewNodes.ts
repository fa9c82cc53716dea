/** The storage nodes as one sees them: power, speed, whether the writer reaches them. */
import type { StorageNodeView } from '../../contract/frame.ts'
import { isNodeReachable, writerIndex } from '../status/reachability.ts'
import type { World } from '../world.ts'

const usualSpeed = 1_000_000

export function viewNodes(world: World): StorageNodeView[] {
  const writer = writerIndex(world)
  return world.nodes.map(({ id, zone, isUp, slowPpm, hosts }, index) => ({
    id,
    zone: world.zones[zone]!.id,
    isUp,
    slowFactor: slowPpm / usualSpeed,
    isReachable: isNodeReachable(world, index, writer),
    isSpare: hosts.length === 0,
    segments: hosts.map(host => world.groups[host >>> 3]!.segments[host & 7]!.id),
  }))
}
