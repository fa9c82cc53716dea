/**
 * A proxy in front of the writer: connections of applications end there and stay when the writer
 * changes, and requests wait with it meanwhile. Rules F19–F21.
 */
import type { Mechanism } from '../mechanism.ts'
import { createProxy } from './createProxy.ts'
import { noticed, watchWriter } from './loseWriter.ts'
import { borrowDue } from './pool.ts'
import { planSwitch } from './planSwitch.ts'
import { proxyEventKind } from './proxyEventKind.ts'
import { receiveProxyAnswer } from './receiveProxyAnswer.ts'
import { receiveProxyRequest } from './receiveProxyRequest.ts'
import { switchWriter } from './switchWriter.ts'
import { viewProxy } from './viewProxy.ts'

export const proxyMechanism: Mechanism = {
  create(world) {
    world.proxy = createProxy(world)
  },
  receivers: { ProxyRequest: receiveProxyRequest, ProxyAnswer: receiveProxyAnswer },
  timers: {
    [proxyEventKind.noticed]: noticed,
    [proxyEventKind.switched]: switchWriter,
    [proxyEventKind.borrowed]: borrowDue,
  },
  instanceCrashed: watchWriter,
  volumeOpened: ctx => planSwitch(ctx),
  clusterStarted: ctx => planSwitch(ctx),
  verbs: {},
  view: viewProxy,
}
