/**
 * Waking up: the first connection begins a resume of 30 s, from a snapshot after seven days 300 s;
 * it comes back with the capacity that it had, and a cold cache. Rule E11.
 */
import type { Facts } from '../../contract/facts.ts'
import { type EventRecord, schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { hasHosts } from '../database/hasHosts.ts'
import { fitInstance } from '../serverless/fitInstance.ts'
import { coolPool } from './coolPool.ts'
import { clearWindow, enterState, reportCapacity } from './enterState.ts'
import { partsOf } from './partsOf.ts'
import { releaseHeld } from './releaseHeld.ts'
import { v1EventKind } from './v1EventKind.ts'

const deepAfter = 604_800_000_000

export function wake(ctx: Context, because: Facts['ResumeBegan']['because']): void {
  const { world } = ctx
  const { v1, instance, capacity, values } = partsOf(world)
  if (v1.state !== 'paused') return
  const isDeep = world.now - v1.since > deepAfter
  const usual = values[isDeep ? 'serverlessV1.deepResume' : 'serverlessV1.resume']
  const isShort = !hasHosts(world, instance.zone)
  const micros = isShort ? Math.max(usual, values['serverlessV1.recreateNoCapacity']) : usual
  enterState(ctx, 'resuming')
  instance.status = 'resuming'
  v1.endsAt = world.now + micros
  v1.fact = tell(ctx, 'ResumeBegan', { instance: instance.id, because, isDeep })
  schedule(world.queue, v1.endsAt, v1EventKind.resumed, 0, v1.turn)
  touchInstance(ctx, capacity.instance)
}

export function resumed(ctx: Context, { detail }: EventRecord): void {
  const { world } = ctx
  const { v1, instance, capacity } = partsOf(world)
  if (v1.turn !== detail) return
  const tookMicros = world.now - v1.since
  instance.status = 'open'
  beginActivation(ctx)
  const acu = v1.current / 1_000_000
  ctx.cause = v1.fact
  v1.fact = tell(ctx, 'InstanceResumed', { instance: instance.id, acu, tookMicros })
  v1.activeSince = world.now
  serveAgain(ctx)
  coolPool(world, capacity.instance)
  fitInstance(world, capacity)
  ctx.touched.hasTopologyChanged = true
  releaseHeld(ctx)
}

function beginActivation(ctx: Context): void {
  enterState(ctx, 'running')
  const { v1, capacity } = partsOf(ctx.world)
  v1.impatient = []
  capacity.idleSince = ctx.world.now
}

/** It reports its capacity, and what was measured before means nothing. */
export function serveAgain(ctx: Context): void {
  const { v1, capacity } = partsOf(ctx.world)
  v1.uptimeSince = ctx.world.now
  v1.endsAt = 0
  clearWindow(ctx)
  reportCapacity(ctx, 'resume')
  touchInstance(ctx, capacity.instance)
}
