/**
 * Whoever opens a connection by an endpoint asks where its name leads, or remembers it; an open
 * connection stays where it is. The cluster endpoint leads to the writer, the reader endpoint to
 * the open readers in turn, and to the writer when there is none. Rules F6, F9.
 */
import type { World } from '../world.ts'

export function lookUpName(world: World, index: number, session: number): void {
  const { applications, failover, setup } = world
  const { route } = setup.workload[index]!
  if (failover === null || (route !== 'cluster' && route !== 'reader')) return
  const leadsTo = route === 'reader' ? nextReader(world) : failover.cached
  applications[index]!.instance = leadsTo
  applications[index]!.target[session] = leadsTo
}

/** F9: the open reader that comes after the one named last. */
export function nextReader({ instances, failover }: World): number {
  const { cached } = failover!
  for (let step = 1; step <= instances.length; step++) {
    const index = (failover!.readerTurn + step) % instances.length
    const { role, status } = instances[index]!
    if (role !== 'reader' || status !== 'open') continue
    failover!.readerTurn = index
    return index
  }
  return cached
}
