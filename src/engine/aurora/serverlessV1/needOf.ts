/** What was asked for in the last second, as capacity: by sessions and by the fluid demand. E3. */
import type { World } from '../world.ts'
import { partsOf } from './partsOf.ts'

/** Micro-ACU; what is late counts. */
export function needOf(world: World): number {
  const { capacity, serverless } = partsOf(world)
  let asked = capacity.usedBySessions
  for (const { offered, backlog } of serverless.demands) asked += offered + backlog
  return asked
}
