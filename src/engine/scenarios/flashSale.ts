/**
 * A flash sale: demand leaps to eight times what it was, within a second, and stays for five
 * minutes. Capacity doubles every twenty seconds or so, at a fitted rate; until it has caught up
 * everybody waits. Afterwards it is held for a minute and let go slowly.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const flashSale: Scenario = {
  version: 1,
  name: 'flash-sale',
  title: 'How soon does capacity follow a flash sale?',
  question: 'Demand leaps within a second. How long does everybody wait, and what does it cost?',
  tags: ['serverless', 'capacity'],
  seed: 17,
  opensAt: '22s',
  pace: [
    { from: '0s', speed: '2' },
    { from: '28s', speed: '4' },
    { from: '150s', speed: '20' },
  ],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 2, max: 32 },
    parameters: { 'storage.gossipPeriod': '1000ms' },
  },
  tables: [account],
  workload: [
    shop(4, '400ms'),
    {
      id: 'crowd',
      kind: 'demand',
      on: 'w1',
      unit: 'ACU',
      points: [
        ['0s', 1.3],
        ['30s', 1.3],
        ['31s', 10],
        ['331s', 10],
        ['340s', 1.3],
      ],
      connections: 120,
    },
  ],
  until: '15min',
  expect: [
    { fact: 'CapacityChanged', where: { because: 'cpu' }, count: { min: 10 } },
    { fact: 'CapacityChanged', where: { acu: { min: 14 } }, count: { min: 1 } },
    { fact: 'CapacityChanged', where: { because: 'hold' }, count: { min: 5 } },
    lawsHold,
  ],
}
