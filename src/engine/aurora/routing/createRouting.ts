/**
 * Routing at instant zero: everybody goes where the scenario says; whoever goes by a name has
 * asked it once for each session. Rules U1–U3.
 */
import type { Setup } from '../../contract/scenario.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { World } from '../world.ts'
import { createChecks } from './healthChecks.ts'
import { askName } from './names.ts'
import type { RoutedClient } from './routing.ts'
import { noteCounts } from './noteCounts.ts'
import { routingEventKind } from './routingEventKind.ts'

export function createRouting(world: World): void {
  const { setup, queue, parameters } = world
  world.routing = {
    clients: setup.workload.map(createClient),
    turns: (setup.endpoints ?? []).map(({ members }) => members.length - 1),
    leadsTo: 0,
    lossFacts: world.instances.map(() => 0),
    cutFact: 0,
    notedAt: [],
  }
  for (let index = 0; index < setup.workload.length; index++) begin(world, index)
  noteCounts(world)
  if (setup.workload.every(({ healthCheck }) => !healthCheck)) return
  const at = world.now + parameters['client.healthCheckPeriod']
  for (let index = 0; index < setup.workload.length; index++) {
    if (setup.workload[index]!.healthCheck) schedule(queue, at, routingEventKind.checkDue, index, 1)
  }
}

function createClient({ route, endpoint, sessions }: Setup['workload'][number]): RoutedClient {
  return {
    route,
    endpoint: endpoint ?? -1,
    turn: 0,
    movers: [],
    placed: sessions,
    checks: null,
    round: 1,
    conflicts: {
      inFlight: 0,
      staleBase: 0,
      noWinner: 0,
      rowOwned: 0,
      deadlock: 0,
      lockTimeout: 0,
    },
    noted: [],
  }
}

function begin(world: World, index: number): void {
  const { healthCheck, route } = world.setup.workload[index]!
  const { target } = world.applications[index]!
  if (route === 'endpoint') {
    for (let session = 0; session < target.length; session++) {
      target[session] = askName(world, index)
    }
  }
  if (!healthCheck) return
  const { standby, pauseMicros } = healthCheck
  world.routing!.clients[index]!.checks = createChecks(world, index, standby, pauseMicros)
}
