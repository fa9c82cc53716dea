/**
 * A shop through a day and a night: demand rises from next to nothing to 18 ACU of CPU, with a peak
 * at noon and one in the evening. Capacity follows within minutes; the meter counts what is
 * reported. A fixed instance for the peak would cost the same at four in the morning.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const shopOvernight: Scenario = {
  version: 1,
  name: 'shop-overnight',
  title: 'What does a day cost that is busy for half of it?',
  question: 'Few buy at night and many at noon. How much capacity stands ready, hour by hour?',
  tags: ['serverless', 'billing', 'hours'],
  seed: 29,
  opensAt: '5min',
  pace: [{ from: '0s', speed: '900' }],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0.5, max: 32 },
    parameters: { 'storage.gossipPeriod': '10000ms' },
  },
  tables: [account],
  workload: [
    shop(1, '30s'),
    {
      id: 'buyers',
      kind: 'demand',
      on: 'w1',
      unit: 'ACU',
      points: [
        ['0h', 1.2],
        ['3h', 0.3],
        ['6h', 0.8],
        ['9h', 7],
        ['12h', 14],
        ['14h', 9],
        ['17h', 10],
        ['20h', 18],
        ['22h', 6],
        ['24h', 1.2],
      ],
      repeat: '24h',
      connections: 60,
    },
  ],
  until: '1d',
  expect: [
    { fact: 'CapacityChanged', where: { acu: { min: 25 } }, count: { min: 1 } },
    { fact: 'CapacityChanged', where: { acu: { max: 1 } }, count: { min: 1 } },
    { fact: 'InstancePaused', count: { max: 0 } },
    lawsHold,
  ],
}
