/**
 * At the start all sessions think. Without jitter they are spread evenly over one think time, so
 * that they do not all come at once (*assumption*). Rule W8.
 */
import type { World } from '../world.ts'
import { think, thinkFor } from './think.ts'

export function startApplications(world: World): void {
  const isExact = world.parameters['network.jitter'] === 0
  for (let index = 0; index < world.applications.length; index++) {
    const { sessions, thinkMicros } = world.applications[index]!
    for (let session = 0; session < sessions; session++) {
      const share = Math.floor((thinkMicros * (session + 1)) / sessions)
      if (isExact) thinkFor(world, index, session, share)
      else think(world, index, session)
    }
  }
}
