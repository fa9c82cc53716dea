/**
 * Falling asleep: without a user connection for long enough, and with nothing that blocks it, an
 * instance drains for a while at unchanged capacity and then has none, in one step. What blocks it
 * is named. Rule S8.
 */
import type { PauseBlocker } from '../../contract/facts.ts'
import type { FactId } from '../../contract/units.ts'
import { type EventRecord, schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import type { World } from '../world.ts'
import { commandThatEnded, holdersOf } from './idleness.ts'
import { groupOf, isWithWriter } from './groups.ts'
import { stayPut } from './hosts.ts'
import { blockersByFeature } from './blockersByFeature.ts'
import { leastOf } from './regulate.ts'
import { report } from './report.ts'
import type { Capacity } from './serverless.ts'
import { serverlessEventKind } from './serverlessEventKind.ts'
import { settleMeter } from './settleMeter.ts'

export function watchPause(ctx: Context, capacity: Capacity): void {
  const { world } = ctx
  noteConnections(world, capacity)
  capacity.blockers = blockersOf(world, capacity)
  if (capacity.state === 'pausing') {
    if (capacity.blockers.length > 0) cancelPause(ctx, capacity, capacity.fact)
  } else if (isDue(world, capacity)) beginPause(ctx, capacity)
  else tellBlocked(ctx, capacity)
}

/** S12: when the last connection goes, whoever took it away is behind the sleep. */
function noteConnections(world: World, capacity: Capacity): void {
  const heldBy = holdersOf(world, groupOf(world, capacity))
  if (heldBy !== 0) capacity.idleSince = world.now
  else if (capacity.heldBy !== 0) capacity.idleFact = commandThatEnded(world, capacity)
  capacity.heldBy = heldBy
}

function openAround(world: World, capacity: Capacity): boolean {
  return groupOf(world, capacity).some(({ connections }) => connections > 0)
}

export function blockersOf(world: World, capacity: Capacity): PauseBlocker[] {
  const blockers: PauseBlocker[] = []
  if (world.serverless!.min > 0) blockers.push('minAboveZero')
  if (openAround(world, capacity)) blockers.push('userConnections')
  blockers.push(...blockersByFeature(world, capacity))
  if (!isWithWriter(world, capacity.instance)) return blockers
  if (isReaderAwake(world)) blockers.push('readerAwake')
  if (isAnyProvisioned(world)) blockers.push('provisioned')
  return blockers
}

function isAnyProvisioned({ serverless, modify }: World): boolean {
  const isEmpty = (index: number) =>
    modify?.places[index]?.state === 'spare' || modify?.places[index]?.state === 'blue'
  return serverless!.cpus.some((share, index) => share === null && !isEmpty(index))
}

/** Readers of tiers 0 and 1 fall asleep with the writer; the others must be asleep before. */
function isReaderAwake(world: World): boolean {
  return world.serverless!.capacities.some(
    ({ instance, state }) => state !== 'paused' && !isWithWriter(world, instance),
  )
}

function isDue({ now, setup }: World, { blockers, idleSince, awakeUntil }: Capacity): boolean {
  const { pauseAfterMicros } = setup.serverless!
  const isQuiet = pauseAfterMicros > 0 && now - idleSince >= pauseAfterMicros
  return isQuiet && blockers.length === 0 && now >= awakeUntil
}

/** Told once when it has had nothing to do for as long as a pause takes to come. */
function tellBlocked(ctx: Context, capacity: Capacity): void {
  const { world } = ctx
  const { min } = world.serverless!
  const isQuiet = capacity.target === leastOf(min) && capacity.binding === 'floor'
  if (!isQuiet) capacity.quietSince = -1
  else if (capacity.quietSince < 0) capacity.quietSince = world.now
  const { pauseAfterMicros } = world.setup.serverless!
  const isLong = isQuiet && world.now - capacity.quietSince >= pauseAfterMicros
  const because = isLong && min === 0 ? capacity.blockers : []
  const told = because.join(' ')
  if (told === capacity.toldBlockers) return
  capacity.toldBlockers = told
  ctx.cause = capacity.fact
  const { id: instance } = world.instances[capacity.instance]!
  if (told !== '') tell(ctx, 'PauseBlocked', { instance, because: [...because] })
}

function beginPause(ctx: Context, capacity: Capacity): void {
  const { world } = ctx
  stayPut(world, capacity.instance)
  enter(world, capacity, 'pausing')
  const { id: instance } = world.instances[capacity.instance]!
  ctx.cause = capacity.idleFact
  capacity.fact = tell(ctx, 'PauseBegan', { instance, acu: capacity.reported / 1_000_000 })
  const at = world.now + world.parameters['serverlessV2.pauseDrain']
  const subject = world.serverless!.capacities.indexOf(capacity)
  schedule(world.queue, at, serverlessEventKind.drained, subject, capacity.turn)
}

/** A timer of an earlier state is stale from now on. */
export function enter({ now }: World, capacity: Capacity, state: Capacity['state']): void {
  capacity.state = state
  capacity.since = now
  capacity.turn++
}

export function cancelPause(ctx: Context, capacity: Capacity, cause: FactId): void {
  const { world } = ctx
  enter(world, capacity, 'active')
  capacity.idleSince = world.now
  const { id: instance } = world.instances[capacity.instance]!
  ctx.cause = cause
  capacity.fact = tell(ctx, 'PauseCancelled', { instance })
}

/** It goes straight from whatever it has to nothing. */
export function drained(ctx: Context, { subject, detail }: EventRecord): void {
  const { world } = ctx
  const capacity = world.serverless!.capacities[subject]!
  if (capacity.turn !== detail) return
  settleMeter(world)
  const instance = world.instances[capacity.instance]!
  instance.status = 'paused'
  ctx.cause = capacity.fact
  capacity.fact = tell(ctx, 'InstancePaused', {
    instance: instance.id,
    acu: capacity.reported / 1_000_000,
  })
  fallAsleep(world, capacity)
  report(ctx, capacity, 'idle')
  touchInstance(ctx, capacity.instance)
}

export function fallAsleep(world: World, capacity: Capacity): void {
  enter(world, capacity, 'paused')
  capacity.exact = 0
  capacity.lowMicros = 0
  capacity.usedBySessions = 0
  capacity.usedByDemand = 0
  capacity.need = { cpu: 0, memory: 0, network: 0, floor: 0 }
  capacity.binding = 'floor'
}
