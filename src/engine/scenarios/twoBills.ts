/**
 * Two bills for one day: eight visits of twenty minutes, once at an instance that is always there
 * and once at a serverless one that sleeps between them. The worked example of eight development
 * sessions a day (reference §8, 4): 2 ACU for 25 minutes each.
 */
import type { DemandWorkload, Scenario } from '../contract/scenario.ts'
import { account, lawsHold } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

/** Minutes of the day at which somebody comes. */
const visits = [480, 570, 660, 750, 840, 930, 1_020, 1_110]

const developers: DemandWorkload = {
  id: 'developers',
  kind: 'demand',
  on: 'w1',
  unit: 'ACU',
  points: visits.flatMap((minute): [string, number][] => [
    [`${minute}min`, 0],
    [`${minute * 60 + 1}s`, 1.3],
    [`${minute + 20}min`, 1.3],
    [`${(minute + 20) * 60 + 1}s`, 0],
  ]),
  repeat: '24h',
  connections: 4,
}

type Same = 'version' | 'seed' | 'opensAt' | 'pace' | 'tables' | 'workload' | 'until'

const day: Pick<Scenario, Same> = {
  version: 1,
  seed: 85,
  opensAt: '475min',
  pace: [{ from: '0s', speed: '900' }],
  tables: [account],
  workload: [developers],
  until: '1d',
}

const parameters = { 'storage.gossipPeriod': '10000ms' }

export const billOfAnInstance: Scenario = {
  ...day,
  name: 'bill-of-an-instance',
  title: 'What does an instance cost that is used for three hours of a day?',
  question: 'Eight short visits a day, and an instance that is always there. What is the bill?',
  tags: ['billing', 'hours'],
  cluster: {
    instances: [{ id: 'w1', az: 'b', class: 'db.r6g.large' }],
    parameters,
  },
  expect: [{ fact: 'CapacityChanged', count: { max: 0 } }, lawsHold],
}

export const billOfAcus: Scenario = {
  ...day,
  name: 'bill-of-acus',
  title: 'What does the same day cost by the ACU?',
  question: 'The same eight visits, and nothing is there between them. What is the bill now?',
  tags: ['serverless', 'billing', 'pause', 'hours'],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0, max: 8, pauseAfter: '300s' },
    parameters,
  },
  expect: [
    { fact: 'InstancePaused', count: { min: 9, max: 9 } },
    { fact: 'InstanceResumed', count: { min: 8, max: 8 } },
    lawsHold,
  ],
}
