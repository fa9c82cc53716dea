/**
 * The writer dies with transactions half done. When it is back, the volume opens first and takes
 * new work; what was interrupted is undone beside it, row by row, and only who wants one of these
 * rows waits (2017 §4.3, 2018 §2.4).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const unfinishedBusiness: Scenario = {
  version: 1,
  name: 'unfinished-business',
  title: 'What becomes of half a transaction?',
  question:
    'The writer dies in the middle of long transactions. Must all wait until they are undone?',
  tags: ['recovery', 'undo'],
  seed: 54,
  opensAt: '990ms',
  pace: [
    { from: '0s', speed: '1/500' },
    { from: '1.005s', speed: '1/50' },
    { from: '1.06s', speed: '3' },
    { from: '11.0999s', speed: '1/500' },
    { from: '11.12s', speed: '1/50' },
    { from: '11.59s', speed: '1/500' },
    { from: '11.63s', speed: '1/100' },
    { from: '12s', speed: '1/20' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: {
      'instance.restart': '10s',
      'failover.recover': '0.5s',
      'instance.bufferPoolPages': 12,
      'client.retryCap': '0.1s',
    },
  },
  tables: [account],
  workload: [{ ...shop(8, '20ms'), transaction: { reads: 0, writes: 16 } }],
  script: [
    { at: '1s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '1.1s', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
  ],
  until: '14s',
  expect: [
    { fact: 'UndoBegan', where: { rows: { min: 5 } } },
    { fact: 'UndoEnded', within: ['11.6s', '13s'] },
    { fact: 'TransactionBegan', within: ['11.6s', '11.8s'] },
    lawsHold,
  ],
}
