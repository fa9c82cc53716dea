/** What a frame shows of a proxy. Rules F19–F21. */
import type { Frame } from '../../contract/frame.ts'
import type { World } from '../world.ts'
import { isWaiting } from './pool.ts'
import { proxyOf } from './proxy.ts'

export function viewProxy(world: World, frame: Frame): void {
  const { writer, phase, since, queue, busy, opened } = proxyOf(world)
  const waiting = queue.filter(request => isWaiting(world, request))
  frame.proxy = {
    writer: world.instances[writer]!.id,
    phase,
    since,
    waiting: waiting.length,
    oldestWaitingAt: waiting[0]?.since ?? null,
    busy,
    opened,
    most: world.parameters['endpoint.proxyConnections'],
  }
}
