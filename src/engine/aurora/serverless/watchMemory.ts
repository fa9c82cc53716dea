/**
 * Memory needed above what the maximum has, and connections that take more of it than the cache
 * leaves, for too long: the instance restarts, and its status is incompatible-parameters until that
 * is relieved (*assumption*). Pages that are merely not cached take no memory. Rule S16.
 */
import { type Context, tell } from '../context.ts'
import { crashInstance, restartInstance } from '../database/crashInstance.ts'
import type { World } from '../world.ts'
import { bytesPerAcu, poolBytesAt } from './poolBytes.ts'
import type { Capacity } from './serverless.ts'
import { v2Of } from './v2Of.ts'
import type { Short } from './v2State.ts'

const million = 1_000_000

/** True: the instance has just died. */
export function watchMemory(ctx: Context, capacity: Capacity): boolean {
  const { world } = ctx
  const { v2 } = world.serverless!
  if (!isShort(world, capacity)) {
    if (v2) relieve(ctx, capacity, v2.short[capacity.instance]!)
    return false
  }
  const short = v2Of(world).short[capacity.instance]!
  if (short.since < 0) short.since = world.now
  const after = world.setup.serverless!.v2?.values['serverlessV2.outOfMemoryAfter']
  if (after === undefined || world.now - short.since < after) return false
  restart(ctx, capacity, short)
  return true
}

function isShort(world: World, { need, connections }: Capacity): boolean {
  const { max } = world.serverless!
  if (need.memory <= max) return false
  const left = (max / million) * bytesPerAcu - poolBytesAt(world, max)
  return connections * world.parameters['serverlessV2.memoryPerConnection'] > left
}

function relieve(ctx: Context, capacity: Capacity, short: Short): void {
  short.since = -1
  if (!short.isIncompatible) return
  short.isIncompatible = false
  const { id: instance } = ctx.world.instances[capacity.instance]!
  tell(ctx, 'MemoryRelieved', { instance })
}

/** It may happen again while the need stays. */
function restart(ctx: Context, capacity: Capacity, short: Short): void {
  const { world } = ctx
  const { max, rangeFact } = world.serverless!
  short.since = -1
  short.isIncompatible = true
  short.restarts++
  ctx.cause = rangeFact || capacity.fact
  ctx.cause = tell(ctx, 'OutOfMemory', {
    instance: world.instances[capacity.instance]!.id,
    need: Math.floor((capacity.need.memory * 100) / million) / 100,
    max: max / million,
  })
  const { cause } = ctx
  crashInstance(ctx, capacity.instance)
  ctx.cause = cause
  restartInstance(ctx, capacity.instance)
}
