/**
 * Without any connection for `pauseAfter` it pauses at once, from whatever it has; a search for a
 * scaling point is given up for it. Rule E10.
 */
import { type Context, tell, touchInstance } from '../context.ts'
import { commandThatEnded, holdersOf } from '../serverless/idleness.ts'
import { enterState, reportCapacity } from './enterState.ts'
import { partsOf } from './partsOf.ts'
import { endSearch } from './search.ts'

/** Once a second. */
export function watchIdle(ctx: Context): void {
  const { world } = ctx
  const { capacity } = partsOf(world)
  const { pauseAfterMicros } = world.setup.serverless!
  noteHolders(ctx)
  const isIdle = capacity.connections === 0 && pauseAfterMicros > 0
  if (isIdle && world.now - capacity.idleSince >= pauseAfterMicros) pause(ctx)
}

/** Whoever took the last connection away is behind the sleep. */
function noteHolders({ world }: Context): void {
  const { capacity } = partsOf(world)
  const heldBy = holdersOf(world, [capacity])
  if (capacity.connections > 0) capacity.idleSince = world.now
  if (heldBy === 0 && capacity.heldBy !== 0) capacity.idleFact = commandThatEnded(world, capacity)
  capacity.heldBy = heldBy
}

function pause(ctx: Context): void {
  const { v1, capacity, instance } = partsOf(ctx.world)
  if (v1.search) endSearch(ctx, 'abandon')
  enterState(ctx, 'paused')
  instance.status = 'paused'
  ctx.cause = capacity.idleFact
  v1.fact = tell(ctx, 'InstancePaused', { instance: instance.id, acu: v1.current / 1_000_000 })
  capacity.usedBySessions = 0
  capacity.usedByDemand = 0
  reportCapacity(ctx, 'idle')
  touchInstance(ctx, capacity.instance)
}
