/** Commands of Serverless v2 beside demand and range, and what a scenario switches on. */
import type { Mechanism } from '../mechanism.ts'
import type { World } from '../world.ts'
import { callCluster } from './callCluster.ts'
import { hostsOf } from './hosts.ts'
import { setFeature } from './setFeature.ts'
import { setNeighbours } from './setNeighbours.ts'
import { setPlatform } from './setPlatform.ts'
import { startCluster, stopCluster } from './stopCluster.ts'
import { v2Of } from './v2Of.ts'

export const v2Verbs: Mechanism['verbs'] = {
  CallCluster: callCluster,
  SetFeature: setFeature,
  SetNeighbours: setNeighbours,
  SetPlatform: setPlatform,
  StopCluster: stopCluster,
  StartCluster: startCluster,
}

/** Where nothing is given it sleeps on. */
export function awakenV2(world: World): void {
  const v2 = world.setup.serverless?.v2
  if (!v2 || world.serverless!.capacities.length === 0) return
  if (v2.features.length > 0) v2Of(world)
  if (v2.values['serverlessV2.inside'] === 1) hostsOf(world)
}
