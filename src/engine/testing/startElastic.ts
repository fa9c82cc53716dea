/** A cluster with one serverless writer, a fluid demand and a few sessions, for tests. */
import type { Fact } from '../contract/facts.ts'
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { createSimulation, listen } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import type { Cluster } from './startCluster.ts'

export interface Elastic {
  min?: number
  max?: number
  platform?: 2 | 3 | 4
  /** Level of the fluid demand in ACU, and the second at which it ends. */
  level?: number
  until?: number
  connections?: number
  sessions?: number
  think?: string
  /** Where the sessions go; default: the instance w1. */
  on?: SessionsWorkload['on']
  instances?: Scenario['cluster']['instances']
  pattern?: 'uniform' | 'append'
  parameters?: Scenario['cluster']['parameters']
}

export function startElastic(cast: Elastic = {}): Cluster {
  const parsed = parseScenario(scenarioOf(cast))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const facts: Fact[] = []
  listen(simulation, fact => facts.push(fact), true)
  return { simulation, facts }
}

function scenarioOf(cast: Elastic): Scenario {
  const { min = 0, max = 16, platform = 4 } = cast
  return {
    version: 1,
    name: 'test',
    title: 'An elastic cluster under test?',
    question: 'Does it hold?',
    cluster: {
      instances: cast.instances ?? [{ id: 'w1', az: 'b', class: 'serverless' }],
      serverless: { generation: 'v2', min, max, platform },
      parameters: { 'storage.gossipPeriod': '10000ms', ...cast.parameters },
    },
    tables: [{ name: 'account', rows: 320, rowsPerPage: 8 }],
    workload: workloadOf(cast),
    until: '1h',
  }
}

function workloadOf(cast: Elastic): NonNullable<Scenario['workload']> {
  const { level = 0, until = 3_600, connections = 1, sessions = 0, think = '100ms' } = cast
  const { pattern = 'uniform', on = 'w1' } = cast
  return [
    {
      id: 'shop',
      kind: 'sessions',
      on,
      sessions,
      think,
      transaction: { reads: 1, writes: 1 },
      keys: { table: 'account', pattern },
    },
    {
      id: 'crowd',
      kind: 'demand',
      on: 'w1',
      unit: 'ACU',
      points: [
        ['0s', level],
        [`${until - 1}s`, level],
        [`${until}s`, 0],
      ],
      connections,
    },
  ]
}
