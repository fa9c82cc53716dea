/**
 * Recovery as a mechanism: no first picture needs it, since a writer opens the volume anew only
 * after something was broken. It has no part of its own in the world. Rules R2–R9.
 */
import { bounceOf } from '../frame/bounceOf.ts'
import type { Context } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import type { Mechanism } from '../mechanism.ts'
import { instance, node } from '../receiveMessage.ts'
import { persistTruncation, receiveScan, receiveTruncate } from '../storage/answerScan.ts'
import { availabilityOf } from '../status/availabilityOf.ts'
import { fenceWriter } from './crashInstance.ts'
import { keepCache } from './keepCache.ts'
import { noteRecoveredScl } from './noteRecoveredScl.ts'
import { openingResend, recovered, restarted } from './opening.ts'
import { awaitHost, recreated } from './recreate.ts'
import { receiveSclPromise } from './receiveSclPromise.ts'
import { receiveTruncateAck } from './receiveTruncateAck.ts'
import { memberFrom, receiveSclReport } from './receiveWriteAck.ts'
import { viewRecreation } from './viewRecreation.ts'
import { viewComparison } from './viewComparison.ts'

export const recoveryMechanism: Mechanism = {
  create: () => undefined,
  receivers: {
    ScanScl: node(receiveScan),
    SclPromise: instance(receiveSclPromise),
    Truncate: node(receiveTruncate),
    TruncateAck: instance(receiveTruncateAck),
    SclReport: instance(receiveReport),
  },
  persisters: { Truncate: persistTruncation },
  timers: {
    [eventKind.restarted]: (ctx, { subject, detail }) => {
      if (ctx.world.instances[subject]!.life === detail) restarted(ctx, subject)
    },
    [eventKind.recovered]: (ctx, { subject, detail }) => recovered(ctx, subject, detail),
    [eventKind.recreated]: recreated,
    [eventKind.openingResend]: (ctx, { subject, detail }) => openingResend(ctx, subject, detail),
  },
  instanceCrashed(ctx, index, before) {
    keepCache(ctx, index, before)
    awaitHost(ctx, index)
  },
  newerEpochHeard: fenceWriter,
  bounce: bounceOf,
  verbs: {},
  view(world, frame) {
    viewComparison(world, frame)
    viewRecreation(world, frame)
    frame.availability = availabilityOf(world)
  },
}

/** R8: a writer that opens the volume hears of rising SCLs too. */
function receiveReport(ctx: Context, index: number, slot: number): void {
  const { instances, network } = ctx.world
  const { messages } = network
  const { status, role, memory } = instances[index]!
  if (status !== 'opening') return receiveSclReport(ctx, index, slot)
  const group = messages.a[slot]!
  const member = memberFrom(ctx, group, messages.from[slot]!)
  if (member < 0 || messages.c[slot] !== memory.epoch || role !== 'writer') return
  noteRecoveredScl(ctx, index, group * 8 + member, messages.b[slot]!)
}
