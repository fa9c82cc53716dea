/**
 * A database that nobody uses: it falls asleep after five minutes without a connection, costs
 * nothing but its storage, and wakes when the first request comes. After more than a day it sleeps
 * deeper. Whoever calls waits for it; a client that waits 10 s at most has to try again.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const asleepUntilCalled: Scenario = {
  version: 1,
  name: 'asleep-until-called',
  title: 'What does a database cost that nobody calls?',
  question: 'Nobody is connected. When does it fall asleep, and how long does the first call wait?',
  tags: ['serverless', 'pause', 'hours'],
  seed: 23,
  opensAt: '280s',
  pace: [
    { from: '0s', speed: '5' },
    { from: '320s', speed: '900' },
    { from: '7190s', speed: '4' },
    { from: '7260s', speed: '60' },
    { from: '7900s', speed: '1800' },
  ],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0, max: 8 },
    parameters: { 'storage.gossipPeriod': '10000ms' },
  },
  tables: [account],
  workload: [shop(0, '500ms')],
  script: [
    { at: '2h', do: 'SetWorkload', workload: 'shop', sessions: 3 },
    { at: '125min', do: 'SetWorkload', workload: 'shop', sessions: 0 },
  ],
  until: '1d',
  expect: [
    { fact: 'InstancePaused', count: { min: 2 } },
    { fact: 'InstanceResumed', where: { acu: 2, tookMicros: 15_000_000 }, count: { min: 1 } },
    { fact: 'ConnectionLost', count: { max: 0 } },
    { fact: 'TransactionCommitted', count: { min: 100 } },
    lawsHold,
  ],
}
