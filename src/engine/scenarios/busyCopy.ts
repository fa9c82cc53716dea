/**
 * One disk is slow, so its copy falls behind with the work behind the foreground and takes new
 * records in more slowly. To the writer it is just a slow copy, which four of six absorb (2017
 * §3.3). The limit is low here, so that it is soon reached.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const busyCopy: Scenario = {
  version: 1,
  name: 'busy-copy',
  title: 'What if a copy cannot keep up?',
  question: 'One copy falls behind with its own work and delays its answers. Who notices?',
  tags: ['storage node', 'latency'],
  seed: 63,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '40ms', speed: '1/300' },
    { from: '160ms', speed: '1/30' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.throttleBacklog': 100, 'storage.gossipPeriod': '20ms' },
  },
  tables: [account],
  workload: [shop(6, '5ms')],
  script: [
    { at: '20ms', do: 'InjectFault', fault: 'SlowDisk', target: 'node-b2', factor: 60 },
    { at: '500ms', do: 'HealFault', fault: 'SlowDisk', target: 'node-b2' },
  ],
  until: '1500ms',
  expect: [
    { fact: 'ThrottleBegan', where: { segment: 'pg1/b2' }, within: ['20ms', '400ms'] },
    { fact: 'ThrottleEnded', where: { segment: 'pg1/b2' }, within: ['500ms', '900ms'] },
    { fact: 'CommitsStalled', count: { max: 0 } },
    {
      fact: 'TransactionCommitted',
      where: { latencyMicros: { max: 6000 } },
      within: ['20ms', '500ms'],
      count: { min: 200 },
    },
    lawsHold,
  ],
}
