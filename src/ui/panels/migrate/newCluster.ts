/** The cluster that a snapshot leads to, as a story of its own: same tables, same applications. */
import type { Scenario } from '../../../engine/contract/scenario.ts'
import type { Configuration } from '../../../words/migrationWays.ts'

type Cluster = Scenario['cluster']

const shapes: Record<Configuration, Pick<Cluster, 'instances' | 'serverless'>> = {
  provisioned: { instances: [{ id: 'w1', az: 'b', class: 'db.r6g.large' }] },
  v2: {
    instances: [{ id: 'w1', az: 'b', class: 'serverless' }],
    serverless: { generation: 'v2', min: 0.5, max: 16 },
  },
  v1: {
    instances: [{ id: 'w1', az: 'b', class: 'serverless' }],
    serverless: { generation: 'v1', min: 2, max: 16 },
  },
}

export function newCluster(scenario: Scenario, kind: Configuration): Scenario {
  const { version, name, tables, workload = [], seed, cluster } = scenario
  return {
    version,
    name: `${name.slice(0, 33)}-new`,
    title: 'The new cluster, restored from a snapshot',
    question: 'What does the new cluster do with the same applications?',
    ...(seed === undefined ? {} : { seed }),
    cluster: {
      ...(cluster.edition ? { edition: cluster.edition } : {}),
      ...(cluster.volume ? { volume: cluster.volume } : {}),
      ...shapes[kind],
    },
    ...(tables ? { tables } : {}),
    workload: workload.map(its => ({ ...its, on: its.kind === 'sessions' ? 'cluster' : 'w1' })),
    until: '1h',
  }
}
