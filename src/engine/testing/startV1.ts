/** A cluster of Serverless v1 with a fluid demand, sessions and a script, for tests. */
import type { Fact, FactKey } from '../contract/facts.ts'
import type { Scenario } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { createSimulation, listen } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import type { Cluster } from './startCluster.ts'

type Serverless = NonNullable<Scenario['cluster']['serverless']>

export interface V1Cast {
  edition?: 'mysql' | 'postgresql'
  serverless?: Partial<Serverless>
  parameters?: Scenario['cluster']['parameters']
  /** Points of the demand: second, ACU. */
  demand?: [number, number][]
  connections?: number
  sessions?: number
  script?: NonNullable<Scenario['script']>
}

export function startV1(cast: V1Cast = {}): Cluster {
  const parsed = parseScenario(scenarioOf(cast))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const facts: Fact[] = []
  listen(simulation, fact => facts.push(fact), true)
  return { simulation, facts }
}

/** The parameters of the facts of a kind, with the second at which each came. */
export function told(cluster: Cluster, fact: FactKey): Record<string, unknown>[] {
  return cluster.facts
    .filter(its => its.fact === fact)
    .map(({ at, parameters }) => ({ second: Math.floor(at / 1_000_000), ...parameters }))
}

function scenarioOf(cast: V1Cast): Scenario {
  const { edition = 'mysql', demand = [], connections = 1, sessions = 0 } = cast
  return {
    version: 1,
    name: 'test',
    title: 'A cluster of the first generation under test?',
    question: 'Does it hold?',
    cluster: {
      edition,
      instances: [{ id: 'w1', az: 'b', class: 'serverless' }],
      serverless: { generation: 'v1', ...cast.serverless },
      parameters: { 'storage.gossipPeriod': '10000ms', ...cast.parameters },
    },
    tables: [
      {
        name: 'account',
        columns: ['id int primary key', 'balance int'],
        rows: 320,
        rowsPerPage: 8,
      },
    ],
    workload: [
      {
        id: 'shop',
        kind: 'sessions',
        on: 'w1',
        sessions,
        think: '500ms',
        transaction: { reads: 1, writes: 1 },
        keys: { table: 'account', pattern: 'uniform' },
      },
      {
        id: 'crowd',
        kind: 'demand',
        on: 'w1',
        unit: 'ACU',
        points: demand.map(([second, level]) => [`${second}s`, level]),
        connections,
      },
    ],
    script: cast.script ?? [],
    until: '1h',
  }
}
