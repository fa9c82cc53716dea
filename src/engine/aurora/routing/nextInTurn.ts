/**
 * One writer after the other, a new one for each transaction: what the user guide advises against.
 * Who does not look after itself also sends to a writer that is gone. Rule C10.
 */
import type { World } from '../world.ts'
import { isGone } from './healthChecks.ts'

/** The instance from `from` on that the application does not take for gone. */
export function nextInTurn(world: World, index: number, from: number): number {
  const { length } = world.instances
  const { checks } = world.routing!.clients[index]!
  for (let step = 0; step < length; step++) {
    const instance = (from + step) % length
    if (checks === null || !isGone(world, checks, instance)) return instance
  }
  return from % length
}
