/** What a fault-injection statement can speak of in the running cluster, given to an instance. */
import type { World } from '../aurora/world.ts'
import type { InstanceId } from '../contract/ids.ts'
import type { StatementPlaces } from '../formats/faultCommands.ts'
import { readersOf } from './readersOf.ts'

export function statementPlaces(world: World, on: InstanceId): StatementPlaces {
  const segments = world.groups.flatMap(group => group.segments)
  return {
    on,
    readers: readersOf(world),
    nodes: world.nodes.map(({ id }) => id),
    disks: segments.map(({ node }) => world.nodes[node]!.id),
  }
}
