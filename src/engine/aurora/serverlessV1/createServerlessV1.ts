/** Serverless v1 at instant zero: awake, at its minimum (*assumption*). Rule E2. */
import { createServerless } from '../serverless/createServerless.ts'
import type { World } from '../world.ts'
import { connectionsOfStep } from './connectionsOfStep.ts'
import type { ServerlessV1 } from './serverlessV1.ts'

export function createServerlessV1(world: World): void {
  const serverless = createServerless(world)
  const { min } = serverless
  const capacity = serverless.capacities[0]!
  capacity.maxConnections = connectionsOfStep(world, min)
  serverless.v1 = stateOf(world, min)
  world.serverless = serverless
}

function stateOf({ applications }: World, current: number): ServerlessV1 {
  return {
    state: 'running',
    since: 0,
    fact: 0,
    turn: 1,
    current,
    search: null,
    lastEnd: null,
    lastUpAt: -1,
    lastDownAt: -1,
    window: { samples: 0, cpu: 0, connections: 0 },
    means: null,
    held: [],
    connectedAt: applications.map(({ state }) => Array.from(state, () => 0)),
    uptimeSince: 0,
    activeSince: 0,
    endsAt: 0,
    impatient: [],
    switches: 0,
    timeouts: 0,
    forced: 0,
    aborted: 0,
  }
}
