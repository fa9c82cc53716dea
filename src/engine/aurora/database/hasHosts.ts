/**
 * Whether a new instance can be had in a zone: a region may have no capacity of a kind there for a
 * while. What runs already runs on. Rules E12 and F16.
 */
import type { World } from '../world.ts'

export function hasHosts({ faults, zones }: World, zone: number): boolean {
  const { id } = zones[zone]!
  return !faults.some(({ fault, target }) => fault === 'NoCapacity' && target === id)
}
