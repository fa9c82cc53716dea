/** A proxy turns to a writer some time after one is open. Rules F20, F21. */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { proxyOf } from './proxy.ts'
import { proxyEventKind } from './proxyEventKind.ts'

/** A later plan takes the place of an earlier one. */
export function planSwitch({ world, cause }: Context, inMicros?: number): void {
  const proxy = proxyOf(world)
  proxy.switchAt = world.now + (inMicros ?? world.parameters['endpoint.proxySwitch'])
  proxy.plan++
  proxy.planFact = cause
  if (proxy.phase === 'lost') {
    proxy.phase = 'switching'
    proxy.since = world.now
  }
  schedule(world.queue, proxy.switchAt, proxyEventKind.switched, 0, proxy.plan)
}
