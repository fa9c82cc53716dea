/**
 * The writer streams its redo to the readers too, in whole mini-transactions up to a VDL; nobody
 * waits for them, and it is sent again to who has not received it (2017 §4.2.4, 2018 §3.2–3.4).
 * Rule F1.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import type { Instance } from '../instance.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import type { Failover } from './failover.ts'
import { failoverEventKind } from './failoverEventKind.ts'
import { restartBlocked } from './restartBlocked.ts'

const second = 1_000_000

/** F1: VDL of an instance has moved. */
export function vdlAdvanced(ctx: Context, index: number): void {
  const { world } = ctx
  const failover = world.failover!
  if (index !== failover.writer) return
  noteRate(failover, world.instances[index]!, world.now)
  failover.streamWaitMicros = world.parameters['network.resendFirst']
  streamToReaders(ctx)
  watchStreams(world)
}

function noteRate(failover: Failover, { commits }: Instance, now: number): void {
  const elapsed = now - failover.rateFrom
  if (elapsed < second) return
  failover.rate = Math.floor(((commits - failover.rateCommits) * second) / elapsed)
  failover.rateFrom = now
  failover.rateCommits = commits
}

/** To every open reader that lacks something; whether there is one. */
function streamToReaders(ctx: Context): boolean {
  const { instances } = ctx.world
  let isAnyBehind = false
  for (let index = 0; index < instances.length; index++) {
    if (!isBehind(ctx.world, index)) continue
    isAnyBehind = true
    streamTo(ctx, index)
  }
  return isAnyBehind
}

function isBehind({ instances, failover }: World, index: number): boolean {
  const { role, status } = instances[index]!
  const { vdlOrdinal } = instances[failover!.writer]!.memory
  const isFollowing = role === 'reader' && status === 'open'
  return isFollowing && failover!.streams[index]!.received < vdlOrdinal
}

function streamTo(ctx: Context, index: number): void {
  const { instances, failover, log, now } = ctx.world
  const writer = instances[failover!.writer]!
  const stream = failover!.streams[index]!
  if (stream.behindSince < 0) stream.behindSince = now
  if (stream.readPoint < 0) stream.readPoint = writer.memory.vdl
  const first = Math.max(stream.received + 1, log.first)
  payload.a = first
  payload.b = writer.memory.vdlOrdinal - first + 1
  payload.c = writer.memory.vdl
  payload.d = writer.memory.epoch
  sendMessage(ctx, writer.actor, instances[index]!.actor, messageNumber.RedoStream)
}

/** One timer, set while a reader may lack something. */
export function watchStreams(world: World): void {
  const failover = world.failover!
  if (failover.isStreamWatched) return
  if (!world.instances.some((_, index) => isBehind(world, index))) return
  failover.isStreamWatched = true
  const at = world.now + failover.streamWaitMicros
  schedule(world.queue, at, failoverEventKind.streamDue, 0)
}

/** Again, after a wait that doubles up to a ceiling, as for batches. */
export function streamDue(ctx: Context): void {
  const { failover, instances, parameters } = ctx.world
  failover!.isStreamWatched = false
  if (instances[failover!.writer]!.status !== 'open') return
  restartBlocked(ctx)
  if (!streamToReaders(ctx)) return
  const longest = parameters['network.resendMax']
  failover!.streamWaitMicros = Math.min(failover!.streamWaitMicros * 2, longest)
  watchStreams(ctx.world)
}
