/** What only a cluster with readers has to report: how far each is behind the writer. */
import { lagOf } from '../aurora/failover/viewFailover.ts'
import type { World } from '../aurora/world.ts'
import type { Report } from '../contract/report.ts'

export function addFailover(world: World, { instances }: Report): void {
  const writer = world.instances[world.failover!.writer]!.id
  for (const [index, instance] of instances.entries()) {
    if (instance.role === 'reader') instance.lagMicros[writer] = lagOf(world, index)
  }
}
