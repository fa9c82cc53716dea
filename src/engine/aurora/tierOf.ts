/**
 * The failover order of an instance, 0 first, and its size: as the scenario has them, unless the
 * cluster was changed since. Rules F4 and Z11.
 */
import type { World } from './world.ts'

export function tierOf({ modify, setup }: World, index: number): number {
  return modify?.places[index]?.tier ?? setup.instances[index]!.tier
}

export function sizeOf({ modify, setup, instances }: World, index: number): number {
  return (modify ? instances : setup.instances)[index]!.vcpus
}
