/**
 * Billing is by the second, but at least five minutes for each activation, at the capacity used: a
 * cluster that is deleted earlier costs as much as if it had not been. Rule E15.
 */
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'

const least = 300_000_000

/** Of the present activation what is still to be billed at least; 0 of v2 and asleep. */
export function owedMicros({ serverless, now }: Pick<World, 'serverless' | 'now'>): Micros {
  const v1 = serverless?.v1
  if (!v1 || v1.state === 'paused' || v1.state === 'resuming') return 0
  return Math.max(0, least - (now - v1.activeSince))
}
