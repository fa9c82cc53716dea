/**
 * A cluster with several places to go, for tests: instances w1, w2 … (several writers) or w1, r1 …
 * (one writer), two tables, and applications as a scenario names them.
 */
import type { ParameterValues } from '../contract/parameters.ts'
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { createSimulation, listen } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import type { Cluster } from './startCluster.ts'

interface Cast {
  instances: string[]
  workload: (Partial<SessionsWorkload> & { id: string })[]
  endpoints?: Scenario['cluster']['endpoints']
  parameters?: Scenario['cluster']['parameters']
  /** Outside of what a scenario may ask for, resolved. */
  quick?: Partial<ParameterValues>
}

/** What a team does unless said otherwise: a read and a change, 25 times a second a session. */
const team: Omit<SessionsWorkload, 'id'> = {
  kind: 'sessions',
  sessions: 3,
  think: '40ms',
  transaction: { reads: 1, writes: 1 },
  keys: { table: 'cart', pattern: 'uniform' },
}

export function startMap({ instances, workload, endpoints, parameters, quick }: Cast): Cluster {
  const isMulti = instances.every(id => id.startsWith('w'))
  const scenario: Scenario = {
    version: 1,
    name: 'test',
    title: 'A map under test?',
    question: 'Who goes where?',
    cluster: {
      topology: isMulti ? 'multi-master' : 'single-master',
      instances: instances.map((id, index) => ({
        id,
        az: (['a', 'b', 'c'] as const)[index % 3]!,
        role: id.startsWith('w') ? 'writer' : 'reader',
        class: 'db.r5.large',
      })),
      ...(endpoints ? { endpoints } : {}),
      parameters: { 'network.jitter': 0, ...parameters },
    },
    tables: ['cart', 'stock'].map(name => ({ name, rows: 48, rowsPerPage: 8 })),
    workload: workload.map(its => ({ ...team, ...its })),
    until: '10min',
  }
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  Object.assign(parsed.setup.parameters, quick)
  const simulation = createSimulation(parsed.setup, everything)
  const cluster: Cluster = { simulation, facts: [] }
  listen(simulation, fact => cluster.facts.push(fact), true)
  return cluster
}

/** Sessions of an application by instance. */
export function sessionsOn({ simulation }: Cluster, application: number): Record<string, number> {
  const { applications, instances } = simulation.world
  const counts: Record<string, number> = {}
  for (const its of applications[application]!.target) {
    const { id } = instances[its]!
    counts[id] = (counts[id] ?? 0) + 1
  }
  return counts
}
