/** Aurora Serverless v2 as a mechanism beside the core. Rules S and B. */
import { schedule } from '../../kernel/eventQueue.ts'
import { eventKind } from '../eventKind.ts'
import type { Mechanism } from '../mechanism.ts'
import { receiveAnswer } from './admission.ts'
import { createServerless } from './createServerless.ts'
import { demandsFollow } from './demandsFollow.ts'
import { fixedTick } from './fixed.ts'
import { fitInstance } from './fitInstance.ts'
import { gaugeOf } from './gaugeOf.ts'
import { instanceCrashed } from './instanceCrashed.ts'
import { drained } from './pause.ts'
import { connectionAsked, receiveRequest, resumed } from './resume.ts'
import { serverlessEventKind } from './serverlessEventKind.ts'
import { setCapacityRange } from './setCapacityRange.ts'
import { createSetCurve, type ReadDuration } from './setCurve.ts'
import { setDemand } from './setDemand.ts'
import { timedOut } from './timedOut.ts'
import { tick } from './tick.ts'
import { awakenV2, v2Verbs } from './v2Verbs.ts'
import { viewServerless } from './viewServerless.ts'

const secondMicros = 1_000_000

export const createServerlessMechanism = (readDuration: ReadDuration): Mechanism => ({
  create(world) {
    world.serverless = createServerless(world)
    awakenV2(world)
    for (const [subject, capacity] of world.serverless.capacities.entries()) {
      schedule(world.queue, world.now + secondMicros, serverlessEventKind.tick, subject)
      fitInstance(world, capacity)
    }
  },
  receivers: { Request: receiveRequest, Answer: receiveAnswer },
  timers: {
    [serverlessEventKind.tick]: tick,
    [serverlessEventKind.drained]: drained,
    [serverlessEventKind.resumed]: resumed,
    [serverlessEventKind.fixedTick]: fixedTick,
    [eventKind.timedOut]: timedOut,
  },
  instanceCrashed,
  volumeOpened: ({ world }, index) => demandsFollow(world, index),
  connectionAsked,
  workloadChanged({ world, cause }, application) {
    world.serverless!.workloadFacts[application] = cause
  },
  gauge: gaugeOf,
  verbs: {
    SetDemand: setDemand,
    SetCurve: createSetCurve(readDuration),
    SetCapacityRange: setCapacityRange,
    ...v2Verbs,
  },
  view: viewServerless,
})
