/**
 * A need far above what there is: capacity doubles every twenty seconds until the growth allowance
 * is used up; from then on it grows in a straight line, as fast as the allowance refills. So the
 * way from half an ACU to a hundred takes minutes. Fitted to two measurements; AWS publishes none.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const growthAllowance: Scenario = {
  version: 1,
  name: 'growth-allowance',
  title: 'Why does growth turn from a curve into a straight line?',
  question: 'A hundred ACU are needed at once. How long until they are there?',
  tags: ['serverless', 'capacity'],
  seed: 31,
  opensAt: '5s',
  pace: [
    { from: '0s', speed: '4' },
    { from: '120s', speed: '20' },
  ],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0.5, max: 256 },
    parameters: { 'storage.gossipPeriod': '1000ms' },
  },
  tables: [account],
  workload: [
    shop(2, '500ms'),
    {
      id: 'analysts',
      kind: 'demand',
      on: 'w1',
      unit: 'ACU',
      points: [
        ['0s', 0.2],
        ['10s', 0.2],
        ['11s', 70],
      ],
      connections: 40,
    },
  ],
  until: '12min',
  expect: [
    { fact: 'CapacityChanged', where: { because: 'cpu' }, count: { min: 50 } },
    { fact: 'CapacityChanged', where: { acu: { min: 100 } }, count: { min: 1 } },
    lawsHold,
  ],
}
