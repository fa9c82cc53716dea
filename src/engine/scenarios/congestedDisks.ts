/**
 * Disks are congested, one after the other: what they do takes 10 to 30 ms longer now and then (as
 * Aurora's own fault-injection statement simulates it). One or two are absorbed by four of six;
 * with three a commit needs a congested one.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

function congestion(target: string, at: string) {
  const strength = { ratio: 0.7, minMillis: 10, maxMillis: 30 }
  return { at, do: 'InjectFault', fault: 'DiskCongestion', target, ...strength } as const
}

export const congestedDisks: Scenario = {
  version: 1,
  name: 'congested-disks',
  title: 'How many congested disks are too many?',
  question: 'One disk is congested, then a second, then a third. When do commits take longer?',
  tags: ['storage node', 'latency', 'quorum'],
  seed: 65,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '36ms', speed: '1/200' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.gossipPeriod': '20ms' },
  },
  tables: [account],
  workload: [shop(4, '5ms')],
  script: [
    congestion('node-a1', '20ms'),
    congestion('node-b1', '100ms'),
    congestion('node-c1', '200ms'),
    { at: '400ms', do: 'HealAll' },
  ],
  until: '800ms',
  expect: [
    { fact: 'DiskCongested', where: { node: 'node-a1' }, within: ['20ms', '100ms'] },
    {
      fact: 'TransactionCommitted',
      where: { latencyMicros: { min: 10_000 } },
      within: ['20ms', '195ms'],
      count: { max: 0 },
    },
    {
      fact: 'TransactionCommitted',
      where: { latencyMicros: { min: 10_000 } },
      within: ['200ms', '400ms'],
      count: { min: 5 },
    },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
