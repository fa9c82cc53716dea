/**
 * The whole cluster is stopped: new requests are refused, consoles are cut, what is under way ends,
 * then no instance has compute, and its memory is gone. Nothing but a start brings it back, in
 * minutes; after seven days it starts by itself. Rule S19.
 */
import type { Reason } from '../../contract/commands.ts'
import { free } from '../../kernel/network.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { spansOf } from '../billing/spansOf.ts'
import { dropCache } from '../database/bufferPool.ts'
import { transactionPhase } from '../database/transactions.ts'
import type { Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { fitInstance } from './fitInstance.ts'
import { isOff, isStopped, refusesStopped } from './isStopped.ts'
import { stayPut } from './hosts.ts'
import { enter, fallAsleep } from './pause.ts'
import { report } from './report.ts'
import { openSmall } from './resume.ts'
import type { Capacity } from './serverless.ts'
import { settleMeter } from './settleMeter.ts'
import { v2Of } from './v2Of.ts'
import type { Stop } from './v2State.ts'

/** Recalled, not published (*assumption*). */
const sevenDays = 604_800_000_000

export const stopCluster: Verb<'StopCluster'> = {
  validate: world => reasonAgainst(world, 'reason.isStopped', isStopped(world)),
  give(ctx) {
    const { world, cause } = ctx
    v2Of(world).stop = { state: 'stopping', since: world.now, endsAt: 0, fact: cause }
    for (let index = 0; index < world.instances.length; index++) cutConsoles(ctx, index)
    for (const capacity of world.serverless!.capacities) refuseWaiting(ctx, capacity)
  },
}

export const startCluster: Verb<'StartCluster'> = {
  validate: world =>
    reasonAgainst(world, 'reason.isNotStopped', world.serverless!.v2?.stop?.state !== 'stopped'),
  give(ctx) {
    begin(ctx, ctx.world.serverless!.v2!.stop!, 'command')
  },
}

function reasonAgainst({ serverless }: World, key: string, isWrong: boolean): Reason | null {
  if (serverless!.capacities.length === 0) return { key: 'reason.v2Only', parameters: {} }
  return isWrong ? { key, parameters: {} } : null
}

function refuseWaiting(ctx: Context, capacity: Capacity): void {
  for (const slot of capacity.waiting) {
    refusesStopped(ctx, capacity.instance, slot)
    free(ctx.world.network, slot)
  }
  capacity.waiting = []
}

const stoppedError = {
  kind: 'connectionLost',
  code: 1053,
  sqlstate: '08S01',
  message: 'Server shutdown in progress',
} as const

function cutConsoles(ctx: Context, index: number): void {
  const { sql } = ctx.world
  const sessions = (sql?.places[index]?.connections ?? []).map(
    ({ client }) => sql!.clients[client]!.name,
  )
  for (const mechanism of ctx.mechanisms) {
    mechanism.blockersCut?.(ctx, index, { sessions, error: stoppedError })
  }
}

/** Once a second. */
export function watchStop(ctx: Context): void {
  const { world } = ctx
  const stop = world.serverless!.v2?.stop
  if (!stop) return
  if (isOff(world)) setAll(ctx, 'open', 'paused')
  if (stop.state === 'stopping' && isQuiet(world)) stopAll(ctx, stop)
  else if (stop.state === 'stopped' && world.now >= stop.endsAt) begin(ctx, stop, 'sevenDays')
  else if (stop.state === 'starting' && world.now >= stop.endsAt) openAll(ctx, stop)
}

/** Nothing is under way; an instance that is down or opening is waited for. */
function isQuiet({ instances }: World): boolean {
  return instances.every(({ status, memory }) => {
    if (status === 'down' || status === 'opening') return false
    return memory.transactions.phase.every(phase => phase === transactionPhase.free)
  })
}

function stopAll(ctx: Context, stop: Stop): void {
  const { world } = ctx
  settleMeter(world)
  stop.state = 'stopped'
  stop.since = world.now
  stop.endsAt = world.now + sevenDays
  noteStop(world)
  ctx.cause = stop.fact
  stop.fact = tell(ctx, 'ClusterStopped', { instances: world.instances.map(({ id }) => id) })
  for (const capacity of world.serverless!.capacities) {
    fallAsleep(world, capacity)
    stayPut(world, capacity.instance)
    capacity.fact = stop.fact
    report(ctx, capacity, 'idle')
  }
  for (const from of ['open', 'resuming'] as const) setAll(ctx, from, 'paused')
}

/** B9: provisioned instances are not billed meanwhile. */
function noteStop(world: World): void {
  if (spansOf(world).length === 0) return
  const v2 = v2Of(world)
  v2.stops = [...(v2.stops ?? []), { from: world.now, until: null }]
}

/** One that died meanwhile and is up again is put off with the others; one that is down is not. */
function setAll(ctx: Context, from: 'open' | 'paused' | 'resuming', to: 'open' | 'paused'): void {
  for (const [index, instance] of ctx.world.instances.entries()) {
    if (instance.status !== from) continue
    instance.status = to
    if (to === 'paused') dropCache(instance.memory)
    touchInstance(ctx, index)
    ctx.touched.hasTopologyChanged = true
  }
}

function begin(ctx: Context, stop: Stop, because: 'command' | 'sevenDays'): void {
  const { world } = ctx
  const takesMicros = world.setup.serverless!.v2!.values['serverlessV2.startStopped']
  stop.state = 'starting'
  stop.since = world.now
  stop.endsAt = world.now + takesMicros
  if (because === 'sevenDays') ctx.cause = stop.fact
  stop.fact = tell(ctx, 'ClusterStarting', { because, takesMicros })
  for (const capacity of world.serverless!.capacities) enter(world, capacity, 'resuming')
}

function openAll(ctx: Context, stop: Stop): void {
  const { world } = ctx
  settleMeter(world)
  ctx.cause = stop.fact
  const fact = tell(ctx, 'ClusterStarted', { tookMicros: world.now - stop.since })
  const v2 = world.serverless!.v2!
  v2.stop = null
  const last = v2.stops?.at(-1)
  if (last) last.until = world.now
  setAll(ctx, 'paused', 'open')
  for (const capacity of world.serverless!.capacities) {
    openSmall(world, capacity)
    capacity.fact = fact
    report(ctx, capacity, 'resume')
    fitInstance(world, capacity)
  }
  ctx.cause = fact
  for (const mechanism of ctx.mechanisms) mechanism.clusterStarted?.(ctx)
}
