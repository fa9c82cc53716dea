/**
 * A reader becomes the writer: the open one of the lowest tier, the largest of several, takes the
 * next epoch, which fences the old writer, and recovers as any writer that opens the volume; then
 * it changes its role (2018 §2.4, §3.2). It keeps its cache. Rules F4 and F5.
 */
import { schedule, type EventRecord } from '../../kernel/eventQueue.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { dropCache } from '../database/bufferPool.ts'
import { createOpening } from '../database/crashInstance.ts'
import { beginRecovery, recovered as openRecovered } from '../database/opening.ts'
import { eventKind } from '../eventKind.ts'
import type { Instance } from '../instance.ts'
import { isJoined } from '../status/reachability.ts'
import { sizeOf, tierOf } from '../tierOf.ts'
import { lastLsnAtOrBelow } from '../storage/chain.ts'
import type { World } from '../world.ts'
import { numberAtWriter } from './beReader.ts'
import { createRedoStreamState } from './createFailover.ts'
import { failoverEventKind } from './failoverEventKind.ts'
import { moveName } from './moveName.ts'
import { notePhase } from './notePhase.ts'

/** F4: index of the reader to promote; -1 when none is open and within anybody's reach. */
export function chooseReader(world: World): number {
  let best = -1
  for (let index = 0; index < world.instances.length; index++) {
    const { role, status } = world.instances[index]!
    if (role !== 'reader' || status !== 'open' || !isHeard(world, index)) continue
    if (world.modify?.places[index]?.isGreen) continue
    if (best < 0 || isBefore(world, index, best)) best = index
  }
  return best
}

function isHeard(world: World, index: number): boolean {
  return world.nodes.some(({ actor }) => isJoined(world, index, actor))
}

/** Lower tier first, then the larger one, then the one named first (the last is an assumption). */
function isBefore(world: World, one: number, other: number): boolean {
  const tier = tierOf(world, one)
  const than = tierOf(world, other)
  return tier === than ? sizeOf(world, one) > sizeOf(world, other) : tier < than
}

export function beginPromotion(ctx: Context, index: number): void {
  const { world } = ctx
  const failover = world.failover!
  const old = world.instances[failover.writer]!
  const reader = world.instances[index]!
  ctx.cause = failover.fact
  ctx.cause = tell(ctx, 'PromotionStarted', { instance: reader.id, instead: old.id })
  failover.lost = failover.writer
  failover.lostAt = failover.silentSince
  failover.promoted = index
  failover.writer = index
  failover.silentSince = -1
  failover.isSuspected = false
  failover.isPromoted = false
  failover.isChangingRole = false
  failover.watch++
  failover.round++
  failover.fact = ctx.cause
  demote(world, old)
  openVolume(ctx, reader)
  notePhase(world)
}

/** F7: it comes back as a reader; one cut off from all the others still takes itself for it. */
function demote(world: World, old: Instance): void {
  if (old.status === 'open') return
  old.role = 'reader'
  const { opening } = old.memory
  if (old.status !== 'opening' || opening === null || opening.phase === 'restarting') return
  opening.phase = 'restarting'
  opening.since = world.now
  const upAt = world.now + world.parameters['instance.restart']
  schedule(world.queue, upAt, eventKind.restarted, old.actor, old.life)
}

/**
 * F5: what it was told of last is known until the segments have been asked. What it has cached is
 * of use only if it has followed the writer (D26).
 */
function openVolume(ctx: Context, reader: Instance): void {
  const { world } = ctx
  const { memory } = reader
  reader.role = 'writer'
  if (!world.failover!.streams[reader.actor]!.isJoined) dropCache(memory)
  world.failover!.streams[reader.actor] = createRedoStreamState()
  reader.status = 'opening'
  memory.opening = createOpening(ctx)
  memory.transactions.lastSerial = newestSerial(world)
  for (let group = 0; group < world.groups.length; group++) {
    const known = memory.groups[group]!
    known.sclSeen.fill(0)
    known.pgcl = lastLsnAtOrBelow(world, world.groups[group]!, memory.vdl)
    known.durableLsn = known.pgcl
  }
  ctx.touched.hasTopologyChanged = true
  beginRecovery(ctx, reader.actor, memory.opening)
}

/** No two transactions of a run have one number; far above, in case the old writer goes on. */
function newestSerial({ instances }: World): number {
  let newest = 0
  for (const { memory, role, status } of instances) {
    const room = role === 'writer' && status === 'open' ? 1_000_000 : 0
    newest = Math.max(newest, numberAtWriter(memory.transactions.lastSerial) + room)
  }
  return newest
}

/** F5: recovered, the one promoted changes its role before it opens. */
export function recovered(ctx: Context, { subject: index, detail: epoch }: EventRecord): void {
  const { world } = ctx
  const failover = world.failover!
  const isPromotion = index === failover.promoted && !failover.isPromoted
  if (!isPromotion) {
    openRecovered(ctx, index, epoch)
    return
  }
  const { status, memory } = world.instances[index]!
  if (status !== 'opening' || memory.opening?.epoch !== epoch) return
  failover.isChangingRole = true
  const changedAt = world.now + world.parameters['failover.roleChange']
  schedule(world.queue, changedAt, failoverEventKind.roleChanged, index, epoch)
  notePhase(world)
}

export function roleChanged(ctx: Context, { subject: index, detail: epoch }: EventRecord): void {
  const { world } = ctx
  const failover = world.failover!
  const { id, status, memory } = world.instances[index]!
  const isStale = index !== failover.writer || memory.opening?.epoch !== epoch
  if (isStale || status !== 'opening') return
  openRecovered(ctx, index, epoch)
  failover.isPromoted = true
  failover.isChangingRole = false
  const tookMicros = world.now - failover.lostAt
  failover.fact = tell(ctx, 'ReaderPromoted', { instance: id, tookMicros })
  ctx.cause = failover.fact
  touchInstance(ctx, index)
  moveName(world)
  notePhase(world)
}
