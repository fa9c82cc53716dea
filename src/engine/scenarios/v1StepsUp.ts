/**
 * Serverless v1 under a crowd: each minute the means decide, a host comes from the warm pool, and
 * the router moves all sessions to an instance twice as large, with an empty cache. Down it goes
 * only after a quarter of an hour.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { crowd, v1Cluster } from './v1Cluster.ts'

export const v1StepsUp: Scenario = {
  version: 1,
  name: 'v1-steps-up',
  title: 'How long does Serverless v1 take to follow a crowd?',
  question: 'Demand leaps to nine ACU. How many steps, how many minutes, and who waits?',
  tags: ['serverless', 'v1', 'capacity'],
  seed: 80,
  opensAt: '25s',
  pace: [
    { from: '0s', speed: '5' },
    { from: '30s', speed: '10' },
    { from: '320s', speed: '60' },
  ],
  cluster: v1Cluster({ min: 2, max: 16 }),
  tables: [account],
  workload: [
    shop(3, '800ms'),
    crowd(
      [
        ['0s', 0.8],
        ['30s', 0.8],
        ['31s', 9],
        ['600s', 9],
        ['610s', 0.6],
      ],
      60,
    ),
  ],
  until: '30min',
  expect: [
    { fact: 'SearchBegan', where: { because: 'cpu' }, count: { min: 3 } },
    { fact: 'CapacityChanged', where: { acu: 16 }, count: { min: 1 } },
    { fact: 'CapacityChanged', where: { because: 'low' }, count: { min: 1 } },
    { fact: 'ConnectionLost', count: { max: 0 } },
    lawsHold,
  ],
}
