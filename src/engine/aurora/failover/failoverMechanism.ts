/**
 * Readers of a single-master cluster: they follow the writer's redo, and the one with the lowest
 * tier takes over when the writer is lost; the cluster endpoint follows. Rules F1–F7.
 */
import { type Context, touchInstance } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import type { Mechanism } from '../mechanism.ts'
import { updateStatus } from '../status/updateStatus.ts'
import { instance } from '../receiveMessage.ts'
import { receiveStream, streamApplied } from './applyStream.ts'
import { connectToReaders, numberApart } from './beReader.ts'
import { createFailover, createRedoStreamState } from './createFailover.ts'
import { failoverEventKind } from './failoverEventKind.ts'
import { streamDue, vdlAdvanced } from './followWriter.ts'
import { nameExpired, nameUpdated } from './moveName.ts'
import { noteFinished } from './noteFinished.ts'
import { receivePage } from './receivePage.ts'
import { receiveReadPoint } from './readPoint.ts'
import { recovered, roleChanged } from './promoteReader.ts'
import { viewFailover } from './viewFailover.ts'
import { replaced, suspect, watchWriter } from './watchWriter.ts'

export const failoverMechanism: Mechanism = {
  create(world) {
    world.failover = createFailover(world)
    for (const { actor, role } of world.instances) if (role === 'reader') numberApart(world, actor)
    connectToReaders(world)
  },
  receivers: {
    RedoStream: receiveStream,
    ReadPoint: instance(receiveReadPoint),
    PageAnswer: instance(receivePage),
  },
  timers: {
    [eventKind.recovered]: recovered,
    [failoverEventKind.streamApplied]: streamApplied,
    [failoverEventKind.streamDue]: streamDue,
    [failoverEventKind.suspect]: suspect,
    [failoverEventKind.roleChanged]: roleChanged,
    [failoverEventKind.nameUpdated]: nameUpdated,
    [failoverEventKind.nameExpired]: nameExpired,
    [failoverEventKind.replaced]: replaced,
  },
  vdlAdvanced,
  instanceCrashed,
  transactionFinished: noteFinished,
  updateStatus(ctx) {
    updateStatus(ctx)
    watchWriter(ctx)
  },
  verbs: {},
  view: viewFailover,
}

/** F7: who is not the writer any more comes back as a reader, with nothing received. */
function instanceCrashed(ctx: Context, index: number): void {
  const failover = ctx.world.failover!
  failover.streams[index] = createRedoStreamState()
  if (index === failover.writer) failover.crashFact = ctx.cause
  else {
    ctx.world.instances[index]!.role = 'reader'
    numberApart(ctx.world, index)
  }
  if (index === failover.promoted) failover.isChangingRole = false
  touchInstance(ctx, index)
}
