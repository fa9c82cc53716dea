/**
 * The host manager watches the writer (2017 §5): one whose process is not up, or that reaches no
 * machine in another zone, is silent, and after so many missed heartbeats it counts as lost
 * (*assumption*). A writer that was replaced without knowing is told as soon as it is heard again.
 * Rules F3 and F7.
 */
import { schedule, type EventRecord } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { fenceWriter } from '../database/crashInstance.ts'
import { isCutOff } from '../status/isCutOff.ts'
import type { World } from '../world.ts'
import { failoverEventKind } from './failoverEventKind.ts'
import { watchStreams } from './followWriter.ts'
import { notePhase } from './notePhase.ts'
import { beginPromotion, chooseReader } from './promoteReader.ts'
import { patienceMicros } from './patienceMicros.ts'

/** After every change of power, links or roles. */
export function watchWriter(ctx: Context): void {
  const { world } = ctx
  const failover = world.failover!
  const isSilent = isUnheard(world, failover.writer)
  if (!isSilent) {
    failover.silentSince = -1
    failover.isSuspected = false
  } else if (failover.silentSince < 0) noteSilence(ctx)
  else if (failover.isSuspected && chooseReader(world) >= 0) suspectAt(world, world.now)
  failover.crashFact = 0
  watchReplaced(world)
  watchStreams(world)
  notePhase(world)
}

/** F3: the process is down or not up yet, or no link to a machine in another zone is open. */
export function isUnheard(world: World, index: number): boolean {
  const { status, memory } = world.instances[index]!
  if (status === 'down' || memory.opening?.phase === 'restarting') return true
  return isCutOff(world, index)
}

function noteSilence(ctx: Context): void {
  const { world } = ctx
  const failover = world.failover!
  failover.silentSince = world.now
  failover.lossFact = failover.crashFact > 0 ? failover.crashFact : ctx.cause
  failover.watch++
  suspectAt(world, world.now + patienceMicros(world))
}

function suspectAt(world: World, at: number): void {
  schedule(world.queue, at, failoverEventKind.suspect, 0, world.failover!.watch)
}

/** F3, F4: it counts as lost now; if no reader is open, one may be later. */
export function suspect(ctx: Context, { detail: watch }: EventRecord): void {
  const { world } = ctx
  const failover = world.failover!
  if (failover.silentSince < 0 || watch !== failover.watch) return
  if (!failover.isSuspected) {
    ctx.cause = failover.lossFact
    const { id: instance } = world.instances[failover.writer]!
    const silentMicros = world.now - failover.silentSince
    failover.fact = tell(ctx, 'InstanceSuspected', { instance, silentMicros })
    failover.isSuspected = true
  }
  const reader = chooseReader(world)
  if (reader >= 0) beginPromotion(ctx, reader)
}

/** F7: it still takes itself for the writer and is heard again: at its next heartbeat it learns. */
function watchReplaced(world: World): void {
  for (let index = 0; index < world.instances.length; index++) {
    if (!isReplaced(world, index)) continue
    const at = world.now + world.parameters['failover.heartbeat']
    schedule(world.queue, at, failoverEventKind.replaced, index, world.instances[index]!.life)
  }
}

function isReplaced(world: World, index: number): boolean {
  const { role, status } = world.instances[index]!
  const isWriting = role === 'writer' && status === 'open'
  return isWriting && index !== world.failover!.writer && !isUnheard(world, index)
}

export function replaced(ctx: Context, { subject: index, detail: life }: EventRecord): void {
  const { world } = ctx
  if (world.instances[index]!.life !== life || !isReplaced(world, index)) return
  ctx.cause = world.failover!.fact
  fenceWriter(ctx, index, world.volume.epoch)
}
