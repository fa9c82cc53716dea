/**
 * Billing is by the second, but at least five minutes for each activation, at the capacity used: a
 * cluster that is deleted earlier costs as much as if it had not been. Rule E15.
 */
import type { Setup } from '../../contract/scenario.ts'
import type { Micros } from '../../contract/units.ts'
import type { Serverless } from '../serverless/serverless.ts'
import type { World } from '../world.ts'
import type { ServerlessV1 } from './serverlessV1.ts'

const usualLeast = 300_000_000

function leastOf({ prices }: Setup): Micros {
  return prices?.['billing.minimumV1'] ?? usualLeast
}

/** Of the present activation what is still to be billed at least; 0 asleep. */
export function owedMicros({ state, activeSince }: ServerlessV1, { now, setup }: World): Micros {
  if (state === 'paused' || state === 'resuming') return 0
  return Math.max(0, leastOf(setup) - (now - activeSince))
}

/** The same as micro-ACU seconds; 0 of v2. */
export function owedBy({ v1, capacities }: Serverless, world: World): number {
  if (!v1) return 0
  return Math.floor((owedMicros(v1, world) * capacities[0]!.reported) / 1_000_000)
}
