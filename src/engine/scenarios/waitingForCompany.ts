/**
 * Classic group commit, to hold beside the boxcar: a batch waits until it is full or its time is
 * up. With one user every commit waits the whole time; with many users boxes fill and nearly nobody
 * waits, so that the quiet hour is the slow one (2018 §2.2).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const waitingForCompany: Scenario = {
  version: 1,
  name: 'waiting-for-company',
  title: 'Why is the quiet hour the slow one?',
  question:
    'Here a batch waits until it is full, as in classic group commit. One user: how long does a ' +
    'commit take? And with sixty?',
  tags: ['log', 'comparison'],
  seed: 51,
  opensAt: '30ms',
  pace: [
    { from: '0s', speed: '1/200' },
    { from: '100ms', speed: '1/50' },
    { from: '390ms', speed: '1/200' },
    { from: '430ms', speed: '1/50' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: {
      'storage.groupCommit': 1,
      'storage.groupCommitRecords': 16,
      'storage.groupCommitTimeout': '6ms',
    },
  },
  tables: [account],
  workload: [shop(1, '20ms')],
  script: [{ at: '400ms', do: 'SetWorkload', workload: 'shop', sessions: 60, think: '20ms' }],
  until: '1s',
  expect: [
    {
      fact: 'TransactionCommitted',
      where: { latencyMicros: { min: 7_500 } },
      within: ['0s', '400ms'],
      count: { min: 8 },
    },
    {
      fact: 'TransactionCommitted',
      where: { latencyMicros: { max: 5_000 } },
      within: ['500ms', '1s'],
      count: { min: 200 },
    },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
