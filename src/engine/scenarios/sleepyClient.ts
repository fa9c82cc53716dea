/**
 * A client that waits 10 s for a connection calls a database that needs 15 s to wake: its first try
 * fails although nothing is wrong, and a later one succeeds. Who raises the timeout only waits.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const sleepyClient: Scenario = {
  version: 1,
  name: 'sleepy-client',
  title: 'Why does the first call to a sleeping database fail?',
  question: 'It wakes in 15 s, and its client waits 10. What does the client see, and what then?',
  tags: ['serverless', 'pause', 'client'],
  seed: 88,
  opensAt: '590s',
  pace: [
    { from: '0s', speed: '20' },
    { from: '598s', speed: '2' },
    { from: '640s', speed: '60' },
  ],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0, max: 8 },
    parameters: { 'storage.gossipPeriod': '10000ms', 'client.connectTimeout': '10s' },
  },
  tables: [account],
  workload: [shop(0, '500ms')],
  script: [
    { at: '10min', do: 'SetWorkload', workload: 'shop', sessions: 3 },
    { at: '15min', do: 'SetWorkload', workload: 'shop', sessions: 0 },
  ],
  until: '20min',
  expect: [
    { fact: 'ResumeBegan', where: { because: 'connection' }, count: { min: 1, max: 1 } },
    {
      fact: 'FirstTryFailed',
      where: { application: 'shop', waitedMicros: 10_000_000 },
      within: ['610s', '613s'],
      count: { min: 1, max: 1 },
    },
    { fact: 'InstanceResumed', where: { tookMicros: 15_000_000 }, count: { min: 1 } },
    { fact: 'TransactionCommitted', within: ['615s', '640s'], count: { min: 10 } },
    lawsHold,
  ],
}
