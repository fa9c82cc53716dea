/** What a frame shows of a proxy, and what its applications wait for. Rules F19–F21. */
import type { Frame } from '../../contract/frame.ts'
import type { World } from '../world.ts'
import { isWaiting, mostConnections } from './pool.ts'
import { proxyOf } from './proxy.ts'

export function viewProxy(world: World, frame: Frame): void {
  const { writer, phase, since, queue, busy, opened } = proxyOf(world)
  const waiting = queue.filter(request => isWaiting(world, request))
  frame.proxy = {
    clients: world.applications
      .filter((_, index) => world.setup.workload[index]!.isViaProxy)
      .map(({ id }) => id),
    writer: world.instances[writer]!.id,
    phase,
    since,
    waiting: waiting.length,
    oldestWaitingAt: waiting[0]?.since ?? null,
    busy,
    opened,
    most: mostConnections(world),
  }
  if (frame.caption.key.startsWith('failover.')) speak(world, frame)
}

/** While a reader takes over: those who go through the proxy wait with it, and are served first. */
function speak({ failover, parameters }: World, frame: Frame): void {
  const { waiting, phase, writer } = frame.proxy!
  const isNameLate = failover!.cached !== failover!.writer
  if (phase !== 'open') {
    const inMicros = parameters['endpoint.proxySwitch']
    frame.hint = { key: 'proxy.hint.waiting', parameters: { waiting, inMicros } }
  } else if (isNameLate && writer !== frame.failover?.lost) {
    frame.hint = { key: 'proxy.hint.ahead', parameters: {} }
  }
}
