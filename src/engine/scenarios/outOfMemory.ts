/**
 * Connections take memory, and a small maximum has little of it: PostgreSQL with at most 1 ACU
 * admits 189. Too many come, memory runs out, the instance restarts, and its status is
 * incompatible-parameters until the maximum is raised. When it restarts is an assumption.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold, shop } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const outOfMemory: Scenario = {
  version: 1,
  name: 'out-of-memory',
  title: 'What if the maximum has too little memory?',
  question: 'CPU is idle and connections pile up. What happens when they need more than there is?',
  tags: ['serverless', 'capacity', 'memory'],
  seed: 47,
  opensAt: '14s',
  pace: [
    { from: '0s', speed: '4' },
    { from: '84s', speed: '2' },
    { from: '100s', speed: '6' },
  ],
  cluster: {
    edition: 'postgresql',
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0.5, max: 1 },
    parameters: { 'storage.gossipPeriod': '10000ms' },
  },
  tables: [{ name: 'account', columns: ['id int primary key'], rows: 160_000, rowsPerPage: 8 }],
  workload: [
    shop(2, '900ms'),
    {
      id: 'pools',
      kind: 'demand',
      on: 'w1',
      unit: 'ACU',
      points: [
        ['0s', 0],
        ['19s', 0],
        ['20s', 0.05],
      ],
      connections: 180,
    },
  ],
  script: [
    { at: '140s', do: 'SetCapacityRange', min: 0.5, max: 4 },
    { at: '160s', do: 'SetWorkload', workload: 'shop', sessions: 4 },
  ],
  until: '3min',
  expect: [
    { fact: 'OutOfMemory', where: { max: 1 }, count: { min: 1, max: 1 } },
    { fact: 'InstanceRestarted', count: { min: 1 } },
    { fact: 'MemoryRelieved', count: { min: 1 } },
    lawsHold,
  ],
}
