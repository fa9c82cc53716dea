/**
 * The cluster endpoint is a name that leads to the writer: it is changed some time after the
 * promotion, and clients that have just asked remember the old answer for its time to live
 * (*assumption*: somebody asked just before the change). Rule F6.
 */
import { schedule, type EventRecord } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { failoverEventKind } from './failoverEventKind.ts'
import { notePhase } from './notePhase.ts'

export function moveName(world: World): void {
  const { queue, now, failover } = world
  const at = now + world.parameters['endpoint.dnsUpdate']
  schedule(queue, at, failoverEventKind.nameUpdated, 0, failover!.round)
}

export function nameUpdated(ctx: Context, { detail: round }: EventRecord): void {
  const { world } = ctx
  const { queue, now, instances } = world
  const failover = world.failover!
  if (round !== failover.round) return
  failover.named = failover.writer
  ctx.cause = failover.fact
  const to = instances[failover.named]!.id
  failover.fact = tell(ctx, 'EndpointMoved', { endpoint: 'cluster', to })
  const expiredAt = now + world.parameters['endpoint.dnsTtl']
  schedule(queue, expiredAt, failoverEventKind.nameExpired, 0, round)
  notePhase(world)
}

export function nameExpired({ world }: Context, { detail: round }: EventRecord): void {
  const failover = world.failover!
  if (round !== failover.round) return
  failover.cached = failover.named
  notePhase(world)
}
