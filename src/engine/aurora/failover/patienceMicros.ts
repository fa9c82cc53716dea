/** How long the writer may be silent before it counts as lost. Rule F3. */
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'

export function patienceMicros({ parameters }: World): Micros {
  return parameters['failover.heartbeat'] * parameters['failover.misses']
}
