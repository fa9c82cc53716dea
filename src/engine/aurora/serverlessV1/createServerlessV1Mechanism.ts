/** Aurora Serverless v1 as a mechanism beside the core; retired on 31 March 2025. Rules E. */
import { schedule } from '../../kernel/eventQueue.ts'
import { eventKind } from '../eventKind.ts'
import type { Mechanism } from '../mechanism.ts'
import { receiveAnswer } from '../serverless/admission.ts'
import { fitInstance } from '../serverless/fitInstance.ts'
import { gaugeOf } from '../serverless/gaugeOf.ts'
import { createSetCurve } from '../serverless/setCurve.ts'
import { setDemand } from '../serverless/setDemand.ts'
import { beginMaintenance } from './beginMaintenance.ts'
import { createServerlessV1 } from './createServerlessV1.ts'
import { timedOut } from './timedOut.ts'
import { partsOf } from './partsOf.ts'
import { instanceCrashed, recreated, volumeOpened } from './recreation.ts'
import { resumed, wake } from './resumeV1.ts'
import { receiveRequest } from './receiveRequest.ts'
import { createSetCapacity, type ReadDuration } from './setCapacity.ts'
import { setCapacityRangeV1 } from './setCapacityRangeV1.ts'
import { switched } from './switchCapacity.ts'
import { tickV1 } from './tickV1.ts'
import { v1EventKind } from './v1EventKind.ts'
import { viewV1 } from './viewV1.ts'

const secondMicros = 1_000_000

export function createServerlessV1Mechanism(readDuration: ReadDuration): Mechanism {
  return {
    create(world) {
      createServerlessV1(world)
      schedule(world.queue, world.now + secondMicros, v1EventKind.tick, 0)
      fitInstance(world, world.serverless!.capacities[0]!)
    },
    receivers: { Request: receiveRequest, Answer: receiveAnswer },
    timers: {
      [v1EventKind.tick]: tickV1,
      [v1EventKind.switched]: switched,
      [v1EventKind.resumed]: resumed,
      [v1EventKind.recreated]: recreated,
      [eventKind.timedOut]: timedOut,
    },
    instanceCrashed,
    volumeOpened,
    connectionAsked(ctx, index) {
      if (index === partsOf(ctx.world).capacity.instance) wake(ctx, 'connection')
    },
    workloadChanged({ world, cause }, application) {
      world.serverless!.workloadFacts[application] = cause
    },
    gauge: gaugeOf,
    verbs: {
      SetDemand: setDemand,
      SetCurve: createSetCurve(readDuration),
      SetCapacity: createSetCapacity(readDuration),
      SetCapacityRange: setCapacityRangeV1,
      BeginMaintenance: beginMaintenance,
    },
    view: viewV1,
  }
}
