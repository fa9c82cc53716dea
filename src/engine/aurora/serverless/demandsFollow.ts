/**
 * A fluid demand at the cluster endpoint is where the writer is: it moves when another one has
 * opened the volume, with what is late; until then nothing of it is served. Rule S34.
 */
import type { World } from '../world.ts'
import { serveFixed } from './fixed.ts'
import { isFollowing } from './isFollowing.ts'

/** At the instance that is open as the writer now. */
export function demandsFollow(world: World, writer: number): void {
  const { demands } = world.serverless!
  for (const demand of demands) if (isFollowing(world, demand)) demand.instance = writer
  if (demands.some(({ instance }) => instance === writer)) serveFixed(world, writer)
}
