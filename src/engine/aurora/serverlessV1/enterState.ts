/**
 * Changes the state, and with it what is reported and billed: the present capacity while an
 * instance works, else nothing. The meter is settled before. Rules E10, E12, E15.
 */
import type { V1State } from '../../contract/serverlessV1.ts'
import type { Because } from '../serverless/serverless.ts'
import { settleMeter } from '../serverless/settleMeter.ts'
import { type Context, tell } from '../context.ts'
import { connectionsOfStep, whilePaused } from './connectionsOfStep.ts'
import { needOf } from './needOf.ts'
import { partsOf } from './partsOf.ts'

const asleep: readonly V1State[] = ['paused', 'resuming']
const without: readonly V1State[] = [...asleep, 'recreating']

export function enterState(ctx: Context, state: V1State): void {
  const { world } = ctx
  const { v1, capacity } = partsOf(world)
  settleMeter(world)
  v1.state = state
  v1.since = world.now
  v1.turn++
  capacity.state = state === 'paused' || state === 'resuming' ? state : 'active'
  capacity.since = world.now
  capacity.exact = without.includes(state) ? 0 : v1.current
  capacity.target = v1.search?.target ?? capacity.exact
  const isAsleep = asleep.includes(state)
  capacity.maxConnections = isAsleep ? whilePaused : connectionsOfStep(world, v1.current)
}

/** A change of what is reported becomes a fact; the meter must have been settled before. */
export function reportCapacity(ctx: Context, because: Because): void {
  const { world } = ctx
  const { v1, capacity, instance } = partsOf(world)
  const from = capacity.reported
  capacity.reported = capacity.exact
  if (capacity.reported === from) return
  ctx.cause = v1.fact
  tell(ctx, 'CapacityChanged', {
    instance: instance.id,
    from: from / 1_000_000,
    acu: capacity.reported / 1_000_000,
    need: Math.floor(needOf(world) / 10_000) / 100,
    because,
  })
}

/** What was measured before a change says nothing of what comes after it. */
export function clearWindow(ctx: Context): void {
  const { v1 } = partsOf(ctx.world)
  v1.window = { samples: 0, cpu: 0, connections: 0 }
  v1.means = null
}
