/**
 * Records a second that a segment can take in, or take through its background steps: less on a
 * slow node or a slow disk (*assumption*, P1).
 */
import { diskFaultAt } from './diskFaultAt.ts'
import type { World } from '../world.ts'

const usualSpeed = 1_000_000

export function capacityOf(world: World, node: number): number {
  const full = world.parameters['storage.capacity']
  if (world.faults.length === 0) return full
  const { id, slowPpm } = world.nodes[node]!
  const factor = (diskFaultAt(world, 'SlowDisk', id)?.factor ?? 1) * (slowPpm / usualSpeed)
  return Math.max(1, Math.floor(full / factor))
}
