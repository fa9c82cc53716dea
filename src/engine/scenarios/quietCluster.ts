/**
 * An almost idle cluster: a commit every quarter of an hour. Between them an hour passes in
 * seconds; a commit out of the silence is as quick as any, since nothing has to be warmed up and
 * no batch waits for a timer (2018 §2.2).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const quietCluster: Scenario = {
  version: 1,
  name: 'quiet-cluster',
  title: 'How quick is the first commit after an hour?',
  question: 'Nobody has written for a long time. How long does the next commit take?',
  tags: ['latency', 'hours'],
  seed: 91,
  opensAt: '1h',
  pace: [{ from: '0s', speed: '600' }],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.gossipPeriod': '10000ms' },
  },
  tables: [account],
  workload: [shop(2, '15min')],
  until: '6h',
  expect: [
    { fact: 'TransactionCommitted', count: { min: 5 } },
    {
      fact: 'TransactionCommitted',
      where: { latencyMicros: { min: 50_000 } },
      count: { max: 0 },
    },
    lawsHold,
  ],
}
