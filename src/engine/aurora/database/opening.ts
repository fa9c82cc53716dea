/**
 * An instance opens the volume. There is no redo to replay: it asks a read set of every group
 * what it holds, recomputes the points, annuls what lies above, locks out earlier lives by a new
 * epoch, and opens (2017 §4.3, 2018 §2.4; the order is derived, R2). Rules R2–R8.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import type { Opening } from '../instance.ts'
import type { World } from '../world.ts'
import { resumeAt } from './recoverPoints.ts'
import { sendScans } from './sendScans.ts'
import { sendTruncations } from './truncateVolume.ts'

/** R2: the process is up; a writer opens the volume, a reader has nothing to open. */
export function restarted(ctx: Context, index: number): void {
  const { status, memory, id, role } = ctx.world.instances[index]!
  if (status !== 'opening' || memory.opening?.phase !== 'restarting') return
  ctx.cause = memory.opening.fact
  ctx.cause = tell(ctx, 'InstanceRestarted', { instance: id })
  if (role === 'writer') beginRecovery(ctx, index, memory.opening)
  else becomeOpen(ctx, index)
}

/** R2: it takes the next epoch, so that of two lives the later one wins. */
export function beginRecovery(ctx: Context, index: number, opening: Opening): void {
  const { world } = ctx
  const instance = world.instances[index]!
  const epoch = ++world.volume.epoch
  instance.memory.epoch = epoch
  ctx.cause = tell(ctx, 'RecoveryStarted', { instance: instance.id, epoch })
  opening.phase = 'scanning'
  opening.epoch = epoch
  opening.since = world.now
  opening.startedAt = world.now
  opening.fact = ctx.cause
  touchInstance(ctx, index)
  sendScans(ctx, index)
  watchOpening(world, index, epoch)
}

/** R3: to silent segments again, doubling as for batches, until the phase is over. */
export function openingResend(ctx: Context, index: number, epoch: number): void {
  const { world } = ctx
  const { status, memory } = world.instances[index]!
  const { opening } = memory
  if (status !== 'opening' || opening === null || opening.epoch !== epoch) return
  ctx.cause = opening.fact
  if (opening.phase === 'scanning') sendScans(ctx, index)
  else if (opening.phase === 'truncating') sendTruncations(ctx, index)
  else return
  watchOpening(world, index, epoch)
}

/** Having waited so long, it waits as long again, at least the first resend, at most the last. */
function watchOpening(world: World, index: number, epoch: number): void {
  const { queue, now, parameters } = world
  const waited = now - world.instances[index]!.memory.opening!.since
  const longest = parameters['network.resendMax']
  const interval = Math.min(Math.max(waited, parameters['network.resendFirst']), longest)
  schedule(queue, now + interval, eventKind.openingResend, index, epoch)
}

/** R8: the work of recovery is done; what goes on from here, goes on because of that. */
export function recovered(ctx: Context, index: number, epoch: number): void {
  const { world } = ctx
  const instance = world.instances[index]!
  const { opening } = instance.memory
  if (instance.status !== 'opening' || opening?.epoch !== epoch) return
  resumeAt(world, instance.memory, opening)
  becomeOpen(ctx, index)
  ctx.cause = opening.fact
  ctx.cause = tell(ctx, 'VolumeOpened', {
    instance: instance.id,
    epoch,
    vdl: opening.vdl,
    recoveryMicros: world.now - opening.startedAt,
  })
  for (const mechanism of ctx.mechanisms) mechanism.volumeOpened?.(ctx, index)
}

function becomeOpen(ctx: Context, index: number): void {
  const instance = ctx.world.instances[index]!
  instance.status = 'open'
  instance.memory.opening = null
  touchInstance(ctx, index)
  ctx.touched.hasTopologyChanged = true
}
