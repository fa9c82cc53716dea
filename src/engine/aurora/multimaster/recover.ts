/**
 * A writer comes back: it takes the next writer epoch, asks a read set of every group what they
 * hold of its log, decides what was open, cuts back its own log only, undoes its open transactions
 * by page proposals, and is online with a cold cache. The others never stop. Rules T19–T21.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { segmentAt } from './copies.ts'
import { setWriterStatus } from './crash.ts'
import { ownerCameBack } from './ddl.ts'
import { finishCommit } from './endTransaction.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf, slotOn } from './mmPlaces.ts'
import { verdict } from './multiMaster.ts'
import { decideOwn } from './memberQuestions.ts'
import { raiseVcl } from './ownLog.ts'
import { forgetReads } from './readEnds.ts'
import { resumePurge } from './purge.ts'
import { trimStream } from './redoStream.ts'
import { isCommitKept, isOpenOf } from './takeOver.ts'
import { wake } from './wake.ts'

export function writerRestarted(ctx: Context, index: number, life: number): void {
  const { world } = ctx
  const instance = world.instances[index]!
  const { opening } = instance.memory
  if (instance.life !== life || instance.status !== 'opening' || !opening) return
  ctx.cause = opening.fact
  ctx.cause = tell(ctx, 'InstanceRestarted', { instance: instance.id })
  const writer = mmOf(world).writers[index]!
  const epoch = ++writer.epoch
  setWriterStatus(ctx, index, 'recovery')
  ctx.cause = tell(ctx, 'RecoveryStarted', { instance: instance.id, epoch })
  opening.phase = 'scanning'
  opening.since = world.now
  opening.epoch = epoch
  const answered = new Uint8Array(world.groups.length)
  writer.recovery = { epoch, answered, phase: 'scanning', fact: ctx.cause }
  touchInstance(ctx, index)
  scan(ctx, index)
}

/** T19: those that have not answered, and again after a while. */
function scan(ctx: Context, index: number): void {
  const { world } = ctx
  const { answered, epoch } = mmOf(world).writers[index]!.recovery!
  for (let group = 0; group < world.groups.length; group++) {
    for (const { slot, node } of world.groups[group]!.segments) {
      if ((answered[group]! >>> slot) & 1) continue
      payload.a = group
      payload.b = epoch
      const { actor } = world.nodes[node]!
      sendMessage(ctx, world.instances[index]!.actor, actor, messageNumber.RecoverScan)
    }
  }
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.scanDue, index, epoch)
}

export function scanDue(ctx: Context, index: number, epoch: number): void {
  const writer = mmOf(ctx.world).writers[index]!
  if (writer.recovery?.epoch !== epoch || writer.recovery.phase !== 'scanning') return
  ctx.cause = writer.recovery.fact
  if (!decideIfKnown(ctx, index)) scan(ctx, index)
}

/** T19: lower epochs of this writer are refused from now on; those of others are not touched. */
export function receiveRecoverScan(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const group = messages.a[message]!
  const epoch = messages.b[message]!
  const index = messages.from[message]!
  const slot = slotOn(world, group, actor - world.instances.length)
  if (slot < 0) return false
  const { epochs } = segmentAt(world, group, slot)
  epochs[index] = Math.max(epochs[index]!, epoch)
  payload.a = group
  payload.b = epoch
  payload.c = highestAt(world, index, group, slot)
  sendMessage(ctx, actor, index, messageNumber.RecoverAnswer)
  return false
}

function highestAt(world: World, index: number, group: number, slot: number): number {
  const { log } = mmOf(world).writers[index]!
  for (let row = log.length - 1; row >= 0; row--) {
    const { heldBy, lsn, group: its } = log[row]!
    if (its === group && (heldBy >>> slot) & 1) return lsn
  }
  return 0
}

export function receiveRecoverAnswer(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const writer = mmOf(world).writers[actor]!
  const { recovery } = writer
  if (recovery?.epoch !== messages.b[message] || recovery?.phase !== 'scanning') return false
  const group = messages.a[message]!
  const node = messages.from[message]! - world.instances.length
  writer.heardAt[node] = world.now
  recovery.answered[group]! |= 1 << slotOn(world, group, node)
  ctx.cause = recovery.fact
  decideIfKnown(ctx, actor)
  return false
}

/** T19, T20: a read set of every group, and every contested change decided. */
function decideIfKnown(ctx: Context, index: number): boolean {
  const { world } = ctx
  const mm = mmOf(world)
  const recovery = mm.writers[index]!.recovery!
  for (let group = 0; group < world.groups.length; group++) {
    if (!isSatisfied(world.groups[group]!.read, recovery.answered[group]!)) return false
  }
  let annulled = 0
  for (const proposal of mm.proposals) {
    if (proposal.writer !== index || proposal.verdict !== verdict.orphaned) continue
    if (!decideOwn(ctx, proposal)) return false
  }
  for (const { state } of mm.writers[index]!.log) if (state === 'annulled') annulled++
  cutBack(ctx, index, annulled)
  return true
}

/** T20: only this writer's log; the others keep allocating. */
function cutBack(ctx: Context, index: number, annulled: number): void {
  const { world } = ctx
  const writer = mmOf(world).writers[index]!
  const recovery = writer.recovery!
  raiseVcl(writer)
  const { id: instance, memory } = world.instances[index]!
  const { epoch, vcl, vdl } = writer
  ctx.cause = tell(ctx, 'PointsRecovered', { instance, epoch, vcl, vdl })
  ctx.cause = tell(ctx, 'WriterLogTruncated', { instance, epoch, above: vdl, annulled })
  for (let group = 0; group < world.groups.length; group++) {
    for (const { node } of world.groups[group]!.segments) {
      payload.a = group
      payload.b = epoch
      payload.c = vdl
      payload.d = writer.nextLsn
      const { actor } = world.nodes[node]!
      sendMessage(ctx, world.instances[index]!.actor, actor, messageNumber.RecoverTruncate)
    }
  }
  recovery.phase = 'rollingBack'
  recovery.fact = ctx.cause
  if (memory.opening) {
    memory.opening.phase = 'recovering'
    memory.opening.since = world.now
  }
  beginUndo(ctx, index)
  goOnlineWhenDone(ctx, index)
}

/** T21: what was committed and not answered stays; the rest is undone, row by row. */
function beginUndo(ctx: Context, index: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { cause } = ctx
  for (let slot = 0; slot < mm.transactions.length; slot++) {
    const its = mm.transactions[slot]!
    if (its.serial === 0 || its.writer !== index) continue
    its.fact = cause
    ctx.cause = cause
    if (isCommitKept(world, slot)) finishCommit(ctx, slot)
    else {
      if (its.state !== 'rollingBack') world.totals.undone++
      its.state = 'rollingBack'
      wake(world, slot)
    }
  }
  ctx.cause = cause
  for (const { undoTyped } of ctx.mechanisms) undoTyped?.(ctx, index)
}

/** T21: asked after each step of a writer that recovers. */
export function goOnlineWhenDone(ctx: Context, index: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const writer = mm.writers[index]!
  if (writer.recovery?.phase !== 'rollingBack') return
  if (mm.transactions.some(its => isOpenOf(world, index, its))) return
  if (ctx.mechanisms.some(({ isTypedLeft }) => isTypedLeft?.(world, index))) return
  const instance = world.instances[index]!
  for (let origin = 0; origin < mm.writers.length; origin++) {
    const source = mm.writers[origin]!
    writer.applied[origin] = source.lastPlace
    writer.received[origin] = source.lastPlace
    writer.early[origin] = []
    source.acked[index] = source.lastPlace
    writer.acked[origin] = Math.max(writer.acked[origin]!, writer.firstPlace - 1)
  }
  ctx.cause = writer.recovery.fact
  writer.recovery = null
  instance.status = 'open'
  instance.memory.opening = null
  setWriterStatus(ctx, index, 'online')
  resumePurge(world, index)
  for (let origin = 0; origin < mm.writers.length; origin++) trimStream(mm.writers, origin)
  forgetReads(world, index)
  ownerCameBack(ctx, index)
  touchInstance(ctx, index)
  ctx.touched.hasTopologyChanged = true
}

/** The range is noted with the epoch; nothing of other writers is touched. */
export function receiveRecoverTruncate(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const group = messages.a[message]!
  const slot = slotOn(world, group, actor - world.instances.length)
  if (slot < 0) return false
  const { epochs } = segmentAt(world, group, slot)
  const index = messages.from[message]!
  epochs[index] = Math.max(epochs[index]!, messages.b[message]!)
  return false
}
