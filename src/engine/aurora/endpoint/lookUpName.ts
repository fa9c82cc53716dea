/**
 * Whoever opens a connection by the cluster endpoint asks where its name leads, or remembers it;
 * an open connection stays where it is. Rule F6.
 */
import type { World } from '../world.ts'

export function lookUpName(world: World, index: number, session: number): void {
  const { applications, failover, setup } = world
  if (failover === null || setup.workload[index]!.route !== 'cluster') return
  applications[index]!.instance = failover.cached
  applications[index]!.target[session] = failover.cached
}
