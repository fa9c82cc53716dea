/** A cluster that keeps a place for another instance, with short times, for tests. */
import type { Fact } from '../contract/facts.ts'
import type { DemandWorkload, Scenario } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { createSimulation, listen } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import type { Cluster } from './startCluster.ts'

export interface Changeable {
  writer?: string
  /** A second instance beside the writer. */
  reader?: string
  min?: number
  generation?: 'v1' | 'v2'
  sessions?: number
  /** Of a fluid demand at the cluster endpoint, in ACU. */
  level?: number
  parameters?: Scenario['cluster']['parameters']
}

export function startChangeable(cast: Changeable = {}): Cluster {
  const parsed = parseScenario(scenarioOf(cast))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const facts: Fact[] = []
  listen(simulation, fact => facts.push(fact), true)
  return { simulation, facts }
}

function scenarioOf(cast: Changeable): Scenario {
  const { writer, reader, min = 1, generation = 'v2', sessions = 2, level, parameters } = cast
  const beside: Scenario['cluster']['instances'] =
    reader === undefined ? [] : [{ id: 'r1', az: 'c', role: 'reader', class: reader, tier: 0 }]
  return {
    version: 1,
    name: 'test',
    title: 'A cluster that is changed, under test?',
    question: 'Does it hold?',
    cluster: {
      instances: [
        { id: 'w1', az: 'b', class: writer ?? 'db.r6g.large' },
        ...beside,
        { id: 'w2', az: 'a', role: 'reader', class: 'serverless', tier: 1, spare: true },
      ],
      serverless: { generation, min, max: 16 },
      parameters: {
        'storage.gossipPeriod': '10000ms',
        'instance.restart': '10s',
        'modify.create': '30s',
        'modify.restart': '15s',
        'modify.snapshot': '2s',
        'modify.restore': '60s',
        'modify.cutover': '5s',
        'modify.upgrade': '40s',
        'modify.green': '60s',
        ...parameters,
      },
    },
    tables: [{ name: 'account', rows: 320, rowsPerPage: 8 }],
    workload: [
      {
        id: 'shop',
        kind: 'sessions',
        on: 'cluster',
        sessions,
        think: '500ms',
        transaction: { reads: 1, writes: 1 },
        keys: { table: 'account', pattern: 'uniform' },
      },
      ...(level === undefined ? [] : [crowd(level)]),
    ],
    until: '1h',
  }
}

function crowd(level: number): DemandWorkload {
  return { id: 'crowd', kind: 'demand', on: 'cluster', unit: 'ACU', points: [['0s', level]] }
}
