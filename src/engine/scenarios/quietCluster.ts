/**
 * An almost idle cluster: a commit every half an hour. Between them half an hour passes in
 * seconds; a commit out of the silence is shown in slow motion, and is as quick as any, since no
 * batch waits for a timer or for company (2018 §2.2). Without jitter the instants are known.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const quietCluster: Scenario = {
  version: 1,
  name: 'quiet-cluster',
  title: 'How quick is a commit out of silence?',
  question: 'Nobody has written for half an hour. How long does the next commit take?',
  tags: ['latency', 'hours'],
  seed: 91,
  opensAt: '20min',
  pace: [
    { from: '0s', speed: '300' },
    { from: '1799.9995s', speed: '1/1500' },
    { from: '1800.003s', speed: '900' },
    { from: '3600.002s', speed: '1/1500' },
    { from: '3600.0055s', speed: '900' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.gossipPeriod': '10000ms', 'network.jitter': 0 },
  },
  tables: [account],
  workload: [shop(1, '30min')],
  until: '3h',
  expect: [
    { fact: 'TransactionCommitted', where: { latencyMicros: { max: 5_000 } }, count: { min: 2 } },
    { fact: 'TransactionCommitted', where: { latencyMicros: { min: 5_001 } }, count: { max: 0 } },
    lawsHold,
  ],
}
