/** A cluster of Serverless v2 of any edition, with readers, features, tables and a script. */
import type { Fact } from '../contract/facts.ts'
import type { Scenario } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { createSimulation, listen } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import type { Cluster } from './startCluster.ts'

type ClusterOf = Scenario['cluster']

export interface V2Cast {
  edition?: 'mysql' | 'postgresql'
  serverless?: Partial<NonNullable<ClusterOf['serverless']>>
  parameters?: ClusterOf['parameters']
  instances?: ClusterOf['instances']
  rows?: number
  /** Points of the demand: second, level in `unit`. */
  demand?: [number, number][]
  unit?: 'ACU' | 'tps'
  connections?: number
  sessions?: number
  think?: string
  /** The shop goes through a proxy. */
  via?: 'proxy'
  script?: NonNullable<Scenario['script']>
}

export function startV2(cast: V2Cast = {}): Cluster {
  const parsed = parseScenario(scenarioOf(cast))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const facts: Fact[] = []
  listen(simulation, fact => facts.push(fact), true)
  return { simulation, facts }
}

function scenarioOf(cast: V2Cast): Scenario {
  const { rows = 320, script = [], edition = 'mysql' } = cast
  return {
    version: 1,
    name: 'test',
    title: 'A cluster of the second generation under test?',
    question: 'Does it hold?',
    cluster: {
      edition,
      instances: cast.instances ?? [{ id: 'w1', az: 'b', class: 'serverless' }],
      serverless: { generation: 'v2', min: 0, max: 16, ...cast.serverless },
      parameters: { 'storage.gossipPeriod': '10000ms', ...cast.parameters },
    },
    tables: [
      { name: 'account', columns: ['id int primary key', 'balance int'], rows, rowsPerPage: 8 },
    ],
    workload: workloadOf(cast),
    script,
    until: '1h',
  }
}

function workloadOf(cast: V2Cast): NonNullable<Scenario['workload']> {
  const { demand = [[0, 0]], unit = 'ACU', connections = 1, sessions = 0, think = '500ms' } = cast
  return [
    {
      id: 'shop',
      kind: 'sessions',
      ...(cast.via ? { on: 'cluster', via: cast.via } : { on: 'w1' }),
      sessions,
      think,
      transaction: { reads: 1, writes: 1 },
      keys: { table: 'account', pattern: 'uniform' },
    },
    {
      id: 'crowd',
      kind: 'demand',
      on: 'w1',
      unit,
      points: demand.map(([second, level]) => [`${second}s`, level]),
      connections,
    },
  ]
}
