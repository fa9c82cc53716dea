/**
 * A reader that is blocked for too long, with redo waiting for it, counts as crashed and is
 * replaced (Aurora's guide on fault injection): its process is started anew, with nothing in
 * memory. How long is not published, and that it happens in place is an assumption. Rule F14.
 */
import { type Context, tell } from '../context.ts'
import { dropCache } from '../database/bufferPool.ts'
import { crashInstance, restartInstance } from '../database/crashInstance.ts'
import type { World } from '../world.ts'

export function restartBlocked(ctx: Context): void {
  const { world } = ctx
  for (let index = 0; index < world.instances.length; index++) {
    const behindMicros = behindFor(world, index)
    if (behindMicros < world.parameters['failover.readerPatience']) continue
    const { id: instance } = world.instances[index]!
    ctx.cause = tell(ctx, 'ReaderReplaced', { instance, behindMicros })
    crashInstance(ctx, index)
    dropCache(world.instances[index]!.memory)
    restartInstance(ctx, index)
    ctx.cause = 0
  }
}

/** 0 also for the writer and for who is not open. */
function behindFor({ failover, instances, now }: World, index: number): number {
  const { role, status } = instances[index]!
  const { behindSince } = failover!.streams[index]!
  const isFollowing = role === 'reader' && status === 'open' && behindSince >= 0
  return isFollowing ? now - behindSince : 0
}
