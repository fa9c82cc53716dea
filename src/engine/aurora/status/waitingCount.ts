/**
 * How many wait for a commit: at an open writer the commits that are written and not yet safe and
 * those held back at the limit; without one, the sessions that wait for an answer or a connection.
 */
import { sessionState } from '../endpoint/createApplication.ts'
import type { Instance } from '../instance.ts'
import type { World } from '../world.ts'
import { writerIndex } from './reachability.ts'

export function waitingCount(world: World): number {
  const writer = world.instances[writerIndex(world)]
  return writer?.status === 'open' ? commitsWaitingAt(writer) : sessionsWaiting(world)
}

export function commitsWaitingAt({ memory }: Instance): number {
  return memory.parked.count + memory.blocked.count
}

function sessionsWaiting(world: World): number {
  let waiting = 0
  for (const { state } of world.applications) {
    for (let session = 0; session < state.length; session++) {
      const isWaiting = state[session] === sessionState.waiting
      if (isWaiting || state[session] === sessionState.reconnecting) waiting++
    }
  }
  return waiting
}
