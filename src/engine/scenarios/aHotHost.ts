/**
 * Inside: a host is shared with other customers, and the sum of what all may grow to exceeds it.
 * Others take so much that the host is hot, in the middle of a rise: the instance moves live to
 * another host. Its capacity is frozen for half a minute; nobody loses a connection. Every number
 * of it is illustrative.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const aHotHost: Scenario = {
  version: 1,
  name: 'a-hot-host',
  title: 'What if the host has no room left?',
  question: 'Neighbours fill the host while the database grows. Who has to give way, and how?',
  tags: ['serverless', 'inside'],
  seed: 43,
  opensAt: '8s',
  pace: [
    { from: '0s', speed: '2' },
    { from: '30s', speed: '4' },
  ],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 2, max: 32 },
    parameters: { 'storage.gossipPeriod': '10000ms', 'serverlessV2.inside': 1 },
  },
  tables: [account],
  workload: [
    shop(3, '700ms'),
    {
      id: 'crowd',
      kind: 'demand',
      on: 'w1',
      unit: 'ACU',
      points: [
        ['0s', 1],
        ['10s', 1],
        ['12s', 8],
        ['100s', 8],
        ['105s', 1],
      ],
      connections: 60,
    },
  ],
  script: [{ at: '30s', do: 'SetNeighbours', instance: 'w1', acu: 100 }],
  until: '150s',
  expect: [
    { fact: 'MigrationBegan', where: { because: 'heat', to: 'b-host-2' }, count: { min: 1 } },
    { fact: 'InstanceMigrated', where: { tookMicros: 30_000_000 }, count: { min: 1 } },
    { fact: 'ConnectionLost', count: { max: 0 } },
    { fact: 'CapacityChanged', where: { acu: { min: 11 } }, count: { min: 1 } },
    lawsHold,
  ],
}
