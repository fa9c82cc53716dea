/**
 * One instance in one zone: when it or its zone is lost, it is re-created in another one, which
 * takes longer than a failover, longest when other zones have no capacity. The volume is untouched
 * and the capacity the same. Rule E12.
 */
import { type EventRecord, schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { hasHosts } from '../database/hasHosts.ts'
import { recreateIn } from '../database/recreate.ts'
import { fitInstance } from '../serverless/fitInstance.ts'
import type { World } from '../world.ts'
import { enterState, reportCapacity } from './enterState.ts'
import { isGone } from './isGone.ts'
import { partsOf } from './partsOf.ts'
import { dropHeld } from './releaseHeld.ts'
import { serveAgain } from './resumeV1.ts'
import { v1EventKind } from './v1EventKind.ts'

/** How often it is looked for a host while there is none (*assumption*). */
const lookMicros = 10_000_000

export function instanceCrashed(ctx: Context, index: number): void {
  const { world } = ctx
  const { v1, instance, capacity, values } = partsOf(world)
  if (capacity.instance !== index) return
  dropHeld(ctx)
  v1.search = null
  enterState(ctx, 'recreating')
  if (isGone(world)) return reportCapacity(ctx, 'command')
  const isShort = values['serverlessV1.noCapacity'] === 1 || otherZone(world, instance.zone) < 0
  const micros = values[isShort ? 'serverlessV1.recreateNoCapacity' : 'serverlessV1.recreate']
  v1.endsAt = world.now + micros
  v1.fact = tell(ctx, 'RecreationBegan', { instance: instance.id, takesMicros: micros })
  reportCapacity(ctx, 'idle')
  const at = v1.endsAt - world.parameters['failover.recover']
  schedule(world.queue, Math.max(world.now, at), v1EventKind.recreated, 0, v1.turn)
}

/** It may be back by itself. */
export function recreated(ctx: Context, { detail }: EventRecord): void {
  const { world } = ctx
  const { v1, instance, capacity } = partsOf(world)
  if (v1.turn !== detail || instance.status !== 'down') return
  const zone = otherZone(world, instance.zone)
  ctx.cause = v1.fact
  if (zone >= 0) return recreateIn(ctx, capacity.instance, zone, world.now - v1.since)
  v1.endsAt = 0
  schedule(world.queue, world.now + lookMicros, v1EventKind.recreated, 0, v1.turn)
}

/** With power and with hosts; -1 = none. */
function otherZone(world: World, own: number): number {
  const { zones } = world
  return zones.findIndex(({ isOut }, zone) => !isOut && zone !== own && hasHosts(world, zone))
}

/** It has opened the volume, wherever it is. */
export function volumeOpened(ctx: Context, index: number): void {
  const { world, cause } = ctx
  const { v1, capacity } = partsOf(world)
  if (v1.state !== 'recreating' || index !== capacity.instance) return
  enterState(ctx, 'running')
  v1.fact = cause
  serveAgain(ctx)
  fitInstance(world, capacity)
}
