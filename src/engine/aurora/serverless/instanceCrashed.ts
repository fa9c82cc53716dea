/**
 * The process of an instance dies: what waited there is gone with it, and it will start as one that
 * is awake. If it was the writer and every reader sleeps, the next in line is woken first, so that
 * it can be promoted. Rules S8 and F4.
 */
import { free } from '../../kernel/network.ts'
import type { Context } from '../context.ts'
import { tierOf } from '../tierOf.ts'
import type { World } from '../world.ts'
import { stayPut } from './hosts.ts'
import { isOff } from './isStopped.ts'
import { maxConnectionsAt } from './maxConnectionsAt.ts'
import { enter } from './pause.ts'
import { report } from './report.ts'
import { beginResume, openSmall } from './resume.ts'
import type { Capacity } from './serverless.ts'
import { settleMeter } from './settleMeter.ts'

export function instanceCrashed(ctx: Context, index: number): void {
  const { world } = ctx
  const { cause } = ctx
  const capacity = world.serverless!.capacities.find(({ instance }) => instance === index)
  if (capacity) startAwake(ctx, capacity)
  ctx.cause = cause
  if (world.instances[index]!.role === 'writer' && !isOff(world)) wakeNextInLine(ctx)
}

function startAwake(ctx: Context, capacity: Capacity): void {
  const { world } = ctx
  settleMeter(world)
  capacity.maxConnections = maxConnectionsAt(world.setup.dialect, world.serverless!)
  stayPut(world, capacity.instance)
  for (const slot of capacity.waiting) free(world.network, slot)
  capacity.waiting = []
  if (capacity.state === 'active') return
  if (isOff(world)) {
    enter(world, capacity, 'resuming')
    return
  }
  if (capacity.exact > 0) enter(world, capacity, 'active')
  else openSmall(world, capacity)
  report(ctx, capacity, 'resume')
}

/** The sleeping reader of the lowest tier, unless one is open. */
function wakeNextInLine(ctx: Context): void {
  const { instances, serverless } = ctx.world
  if (instances.some(({ role, status }) => role === 'reader' && status === 'open')) return
  let next: Capacity | null = null
  for (const capacity of serverless!.capacities) {
    if (capacity.state === 'paused' && isBefore(ctx.world, capacity, next)) next = capacity
  }
  if (next) beginResume(ctx, next, 'promotion', 0)
}

function isBefore(world: World, one: Capacity, other: Capacity | null): boolean {
  return !other || tierOf(world, one.instance) < tierOf(world, other.instance)
}
