/**
 * A day for which a range has to be chosen: quiet at night, with a rush at noon that leaps within a
 * second. A small minimum is cheap and late, a large one dear and prompt; the laboratory plays the
 * same day for other ranges and for a fixed instance.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const whichRange: Scenario = {
  version: 1,
  name: 'which-range',
  title: 'Which range suits this day?',
  question: 'Nothing at night, a rush at noon. What do minimum and maximum cost, and who waits?',
  tags: ['serverless', 'capacity', 'billing', 'hours'],
  seed: 87,
  opensAt: '10h',
  pace: [
    { from: '0s', speed: '1800' },
    { from: '43170s', speed: '10' },
    { from: '43320s', speed: '900' },
  ],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0, max: 8, pauseAfter: '300s' },
    parameters: { 'storage.gossipPeriod': '10000ms' },
  },
  tables: [account],
  workload: [
    {
      id: 'day',
      kind: 'demand',
      on: 'w1',
      unit: 'ACU',
      points: [
        ['0h', 0],
        ['7h', 0],
        ['9h', 1.5],
        ['12h', 2],
        ['43201s', 7],
        ['13h', 7],
        ['14h', 2],
        ['18h', 1.5],
        ['20h', 0],
        ['24h', 0],
      ],
      repeat: '24h',
      connections: 40,
    },
  ],
  until: '1d',
  expect: [
    { fact: 'InstancePaused', count: { min: 2, max: 2 } },
    { fact: 'InstanceResumed', count: { min: 1, max: 1 } },
    { fact: 'CapacityChanged', where: { acu: 8, because: 'cpu' }, count: { min: 1 } },
    lawsHold,
  ],
}
