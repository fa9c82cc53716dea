/**
 * Where requests go, as the core meets it: names, plans, health checks. Beside Multi-Master, which
 * takes the timers of its sessions itself and asks `aim`. Rules U.
 */
import type { Micros } from '../../contract/units.ts'
import { eventKind } from '../eventKind.ts'
import type { Mechanism } from '../mechanism.ts'
import { instance } from '../receiveMessage.ts'
import { aimedRetry, aimedThought } from './aim.ts'
import { checkRan, receiveCheck } from './answerCheck.ts'
import { checkDue, receiveHealth } from './askInstances.ts'
import { createRouting } from './createRouting.ts'
import { createRoutingVerbs } from './createRoutingVerbs.ts'
import { nameDue, watchName } from './names.ts'
import { noteCounts } from './noteCounts.ts'
import { placeNewcomers } from './placeNewcomers.ts'
import { takeOver } from './reroute.ts'
import { routingEventKind } from './routingEventKind.ts'
import { viewPlacement } from './viewPlacement.ts'

export function createRoutingMechanism(
  readDuration: (text: string | undefined) => Micros | null,
): Mechanism {
  return {
    create: createRouting,
    receivers: { HealthCheck: instance(receiveCheck), HealthAnswer: receiveHealth },
    timers: {
      [eventKind.thought]: (ctx, { subject, detail }) =>
        aimedThought(ctx, subject >>> 16, subject & 0xffff, detail),
      [eventKind.retry]: (ctx, { subject, detail }) =>
        aimedRetry(ctx, subject >>> 16, subject & 0xffff, detail),
      [routingEventKind.checkDue]: (ctx, { subject, detail }) => checkDue(ctx, subject, detail),
      [routingEventKind.checkRan]: (ctx, { subject, detail }) =>
        checkRan(ctx, subject >>> 16, subject & 0xffff, detail),
      [routingEventKind.takeOver]: (ctx, { subject, detail }) => takeOver(ctx, subject, detail),
      [routingEventKind.noteDue]: ({ world }) => noteCounts(world),
      [routingEventKind.nameDue]: (ctx, { subject, detail }) => nameDue(ctx, subject, detail),
    },
    instanceCrashed: watchName,
    workloadChanged: placeNewcomers,
    linksChanged({ world, cause }) {
      world.routing!.cutFact = cause
    },
    verbs: createRoutingVerbs(readDuration),
    view: viewPlacement,
  }
}
