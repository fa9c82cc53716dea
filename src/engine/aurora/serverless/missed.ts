/**
 * What of a fluid demand had to wait, and what got nothing. What waits counts as late until it is
 * given up; then it is refused, as is what finds no connection. Micro-ACU seconds. Rule S31.
 */
import type { World } from '../world.ts'
import type { Demand, Missed } from './serverless.ts'

export function noteWaiting(world: World, demand: Demand, anew: number, givenUp: number): void {
  if (anew === 0 && givenUp === 0) return
  const missed = recordOf(world, demand)
  missed.late += anew - givenUp
  missed.refused += givenUp
}

export function noteUnconnected(world: World, demand: Demand, amount: number): void {
  if (amount > 0) recordOf(world, demand).refused += amount
}

/** A run in which nothing is late or refused has no record of it. */
function recordOf({ serverless }: World, { index }: Demand): Missed {
  serverless!.missed ??= serverless!.demands.map(() => ({ late: 0, refused: 0 }))
  return serverless!.missed[index]!
}

export function missedBy({ serverless }: World, { index }: Demand): Missed {
  return serverless!.missed?.[index] ?? { late: 0, refused: 0 }
}
