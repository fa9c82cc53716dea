/** A fluid demand that goes by the cluster endpoint, and so to whoever is the writer. Rule S34. */
import type { World } from '../world.ts'
import type { Demand } from './serverless.ts'

/** As a scenario names the endpoint. */
const clusterEndpoint = 'cluster'

export function isFollowing({ setup }: World, { index }: Demand): boolean {
  return setup.demand[index]!.on === clusterEndpoint
}
