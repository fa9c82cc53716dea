/**
 * A segment whose background backlog is too long takes its records in more slowly: to the writer
 * it is just a slow copy, and the fastest write set decides without it (2017 §3.3). How slowly is
 * an assumption: until the backlog is back at its limit, at most a tenth of a second. Rule P3.
 */
import type { Micros } from '../../contract/units.ts'
import { tell } from '../context.ts'
import type { Context } from '../mechanism.ts'
import type { Segment } from '../world.ts'
import { capacityOf } from './capacityOf.ts'
import { foregroundCost, type Lane } from './pipeline.ts'
import { backlogOf, settle } from './settle.ts'

const longestDelayMicros = 100_000
const million = 1_000_000

export function throttleMicros(ctx: Context, segment: Segment, lane: Lane): Micros {
  const { world } = ctx
  // What is worked off meanwhile only shortens the backlog.
  const isShort = backlogOf(lane) <= world.parameters['storage.throttleBacklog']
  if (isShort && lane.throttledSince === 0) return 0
  settle(world, lane)
  const excess = watchThrottle(ctx, segment, lane)
  if (excess <= 0) return 0
  const perSecond = capacityOf(world, lane.node) * foregroundCost
  const micros = Math.ceil((excess * million) / perSecond)
  return Math.min(longestDelayMicros, micros)
}

/** Tells when it begins and ends. Returns the records above the limit. */
export function watchThrottle(ctx: Context, segment: Segment, lane: Lane): number {
  const { world, cause } = ctx
  const backlog = backlogOf(lane)
  const excess = backlog - world.parameters['storage.throttleBacklog']
  if (excess > 0 === lane.throttledSince > 0) return excess
  const tookMicros = world.now - lane.throttledSince
  lane.throttledSince = excess > 0 ? world.now : 0
  if (excess > 0) tell(ctx, 'ThrottleBegan', { segment: segment.id, backlog })
  else tell(ctx, 'ThrottleEnded', { segment: segment.id, tookMicros })
  ctx.cause = cause
  return excess
}
