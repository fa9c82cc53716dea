/**
 * For a few milliseconds nothing reaches one copy. What comes after floats above a hole, and the
 * other copies fill it: gossip (2018 §2.3). Resends start late here, so that gossip is seen to do
 * the work alone.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const holeAndGossip: Scenario = {
  version: 1,
  name: 'hole-and-gossip',
  title: 'Who tells a copy what it missed?',
  question: 'One copy misses a few records and then hears the next ones. Who fills the hole?',
  tags: ['gossip', 'log'],
  seed: 41,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '45ms', speed: '1/500' },
    { from: '80ms', speed: '1/50' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.gossipPeriod': '60ms', 'network.resendFirst': '1000ms' },
  },
  tables: [account],
  workload: [shop(3, '4ms')],
  script: [
    { at: '20ms', do: 'InjectFault', fault: 'LinkCut', target: 'w1>node-c1' },
    { at: '25ms', do: 'HealFault', fault: 'LinkCut', target: 'w1>node-c1' },
  ],
  until: '400ms',
  expect: [
    { fact: 'HoleOpened', where: { segment: 'pg1/c1' }, within: ['25ms', '40ms'] },
    { fact: 'HoleFilled', where: { segment: 'pg1/c1', by: 'gossip' }, within: ['25ms', '150ms'] },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
