/** An instance gets CPUs and a cache as large as its capacity. Rules S5 and S7. */
import type { World } from '../world.ts'
import { resizePool } from './resizePool.ts'
import type { Capacity } from './serverless.ts'
import { shareCpus } from './shareCpus.ts'

export function fitInstance(world: World, capacity: Capacity): void {
  shareCpus(world, capacity)
  resizePool(world, capacity)
}
