/**
 * At a scaling point the router moves all sessions to the new instance: statements are held for
 * the stall, connections stay, the cache is cold and the engine's uptime begins anew. Rule E8.
 */
import { type EventRecord, schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { fitInstance } from '../serverless/fitInstance.ts'
import { coolPool } from './coolPool.ts'
import { clearWindow, enterState, reportCapacity } from './enterState.ts'
import { partsOf } from './partsOf.ts'
import { releaseHeld } from './releaseHeld.ts'
import { v1EventKind } from './v1EventKind.ts'

export function beginSwitch(ctx: Context): void {
  const { world } = ctx
  const { v1, instance, values } = partsOf(world)
  const { target, since } = v1.search!
  ctx.cause = v1.fact
  v1.fact = tell(ctx, 'ScalingPointFound', {
    instance: instance.id,
    acu: target / 1_000_000,
    searchedMicros: world.now - since,
  })
  enterState(ctx, 'switching')
  const at = world.now + values['serverlessV1.switchStall']
  schedule(world.queue, at, v1EventKind.switched, 0, v1.turn)
}

export function switched(ctx: Context, { detail }: EventRecord): void {
  const { world } = ctx
  const { v1, capacity } = partsOf(world)
  if (v1.turn !== detail) return
  const { target, because } = v1.search!
  if (target > v1.current) v1.lastUpAt = world.now
  if (target < v1.current) v1.lastDownAt = world.now
  v1.current = target
  v1.search = null
  v1.switches++
  v1.uptimeSince = world.now
  enterState(ctx, 'running')
  clearWindow(ctx)
  reportCapacity(ctx, because)
  coolPool(world, capacity.instance)
  fitInstance(world, capacity)
  touchInstance(ctx, capacity.instance)
  releaseHeld(ctx)
}
