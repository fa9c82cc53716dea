/**
 * A writer dies. There is no failover: the others go on. What it had changed and not committed
 * stays owned until its own recovery has undone it; what it had in flight stays tentative for a
 * while. After missed heartbeats it counts as offline. Rules T16, T17, D18, D22.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { changeOwner } from './ddl.ts'
import { forgetAsks } from './ddlAsks.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import type { WriterStatus } from './multiMaster.ts'
import { orphan } from './memberQuestions.ts'
import { isOpen } from './proposals.ts'
import { forgetReads, readEnds } from './readEnds.ts'
import { settleEnds, trimStream } from './redoStream.ts'
import { releaseTransaction } from './mmTransactions.ts'
import { takeOverUndo } from './takeOver.ts'

export function setWriterStatus(ctx: Context, index: number, status: WriterStatus): void {
  const { world } = ctx
  const writer = mmOf(world).writers[index]!
  writer.status = status
  writer.since = world.now
  ctx.cause = tell(ctx, 'WriterStatusChanged', { instance: world.instances[index]!.id, status })
}

export function writerCrashed(ctx: Context, index: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const writer = mm.writers[index]!
  const wasOffline = writer.status === 'offline'
  if (!wasOffline) setWriterStatus(ctx, index, 'offline')
  writer.cache.fill(0)
  writer.staleSince.fill(0)
  writer.holds = []
  writer.typedWaits = []
  writer.pending = []
  writer.parked = []
  writer.early = writer.early.map(() => [])
  writer.recovery = null
  for (const proposal of mm.proposals) {
    const isOwn = proposal.writer === index && proposal.number > 0
    if (isOwn && isOpen(proposal)) orphan(world, proposal)
  }
  dropIdle(world, index)
  mm.ddl.fenced[index] = 0
  if (mm.ddl.owner === index) mm.ddl.queue = []
  forgetAsks(world, index)
  forgetReads(world, index)
  mm.survival.isReadOnly[index] = 0
  mm.survival.syncs = mm.survival.syncs.filter(its => its.writer !== index)
  for (let origin = 0; origin < mm.writers.length; origin++) {
    trimStream(mm.writers, origin)
    settleEnds(world, origin)
  }
  const { parameters } = world
  const at = world.now + parameters['failover.heartbeat'] * parameters['failover.misses']
  schedule(world.queue, at, mmEventKind.detected, index, world.instances[index]!.life)
}

/** What has changed nothing is gone with the memory; the rest waits for recovery. */
function dropIdle(world: World, index: number): void {
  const mm = mmOf(world)
  for (let slot = 0; slot < mm.transactions.length; slot++) {
    const its = mm.transactions[slot]!
    if (its.serial === 0 || its.writer !== index) continue
    its.core = -1
    its.waitsFor = null
    its.page = -1
    its.isCut = true
    if (its.changes.length > 0 || its.proposal > 0 || its.open > 0) continue
    its.state = 'rolledBack'
    its.endedAt = world.now
    releaseTransaction(world, slot)
  }
}

/** D18, D22: the others read what it had acknowledged, and another one owns changes of tables. */
export function detected(ctx: Context, index: number, life: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  if (world.instances[index]!.life !== life || mm.writers[index]!.status !== 'offline') return
  const { cause } = ctx
  for (let peer = 0; peer < mm.writers.length; peer++) {
    ctx.cause = cause
    if (mm.writers[peer]!.status === 'online') readEnds(ctx, peer, index)
  }
  ctx.cause = cause
  if (mm.ddl.owner === index) changeOwner(ctx)
  ctx.cause = cause
  takeOverUndo(ctx, index)
}
