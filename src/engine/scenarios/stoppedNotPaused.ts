/**
 * A cluster that is paused wakes by itself in 15 s; one that is stopped refuses everybody, and
 * needs minutes to start (one measured sample). Both cost no compute meanwhile.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const stoppedNotPaused: Scenario = {
  version: 1,
  name: 'stopped-not-paused',
  title: 'Is a stopped cluster a paused one?',
  question: 'First it pauses, then it is stopped. How long does who calls have to wait each time?',
  tags: ['serverless', 'pause'],
  seed: 59,
  opensAt: '290s',
  pace: [
    { from: '0s', speed: '5' },
    { from: '335s', speed: '3' },
    { from: '390s', speed: '10' },
    { from: '440s', speed: '60' },
    { from: '1000s', speed: '4' },
  ],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0, max: 8 },
    parameters: { 'storage.gossipPeriod': '10000ms' },
  },
  tables: [account],
  workload: [shop(0, '900ms')],
  script: [
    { at: '340s', do: 'SetWorkload', workload: 'shop', sessions: 3 },
    { at: '400s', do: 'StopCluster' },
    { at: '430s', do: 'StartCluster' },
  ],
  until: '18min',
  expect: [
    { fact: 'InstanceResumed', where: { tookMicros: 15_000_000 }, count: { min: 1 } },
    { fact: 'ClusterStopped', count: { min: 1 } },
    { fact: 'ClusterStarted', where: { tookMicros: 570_000_000 }, count: { min: 1 } },
    { fact: 'ConnectionLost', count: { min: 3 } },
    lawsHold,
  ],
}
