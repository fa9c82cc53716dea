/** What of all fluid demand was late, and what got nothing, in whole transactions. Rule S31. */
import { transactionsOf } from '../aurora/serverless/demandLevel.ts'
import type { World } from '../aurora/world.ts'

const million = 1_000_000

export function missedOf(world: World): { late: number; refused: number } {
  const missed = world.serverless?.missed ?? []
  const whole = (work: number) => Math.floor(transactionsOf(world, work) / million)
  return {
    late: missed.reduce((sum, { late }) => sum + whole(late), 0),
    refused: missed.reduce((sum, { refused }) => sum + whole(refused), 0),
  }
}
