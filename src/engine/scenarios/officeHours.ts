/**
 * A database for developers: busy from nine to five on five days of seven, asleep otherwise. It is
 * billed for a quarter of the week. One connection left open over night would change that.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const officeHours: Scenario = {
  version: 1,
  name: 'office-hours',
  title: 'What does a database cost that only works in office hours?',
  question: 'Five days of seven, nine to five. How much of the week is billed?',
  tags: ['serverless', 'billing', 'pause', 'hours'],
  seed: 89,
  opensAt: '8h',
  pace: [{ from: '0s', speed: '1800' }],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0, max: 8, pauseAfter: '600s' },
    parameters: { 'storage.gossipPeriod': '10000ms' },
  },
  tables: [account],
  workload: [
    {
      id: 'developers',
      kind: 'demand',
      on: 'w1',
      unit: 'ACU',
      curve: { shape: 'working-hours', high: 1.4, at: '9h', lasts: '8h' },
      connections: 12,
    },
  ],
  until: '1d',
  expect: [
    { fact: 'InstancePaused', count: { min: 2, max: 2 } },
    { fact: 'InstanceResumed', where: { tookMicros: 15_000_000 }, count: { min: 1, max: 1 } },
    { fact: 'CapacityChanged', where: { acu: { min: 2.5 } }, count: { max: 0 } },
    lawsHold,
  ],
}
