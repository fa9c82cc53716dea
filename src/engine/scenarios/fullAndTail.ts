/**
 * Three copies keep pages and log, three only the log: a cheaper group with nearly the same quorums
 * (2018 §4.2). First the tails fail, then the full ones.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, reader, shop, writer } from './cluster.ts'

export const fullAndTail: Scenario = {
  version: 1,
  name: 'full-and-tail',
  title: 'Do all six need the pages?',
  question: 'Three copies keep pages and log, three the log only. Which three can be missed?',
  tags: ['quorum', 'full and tail'],
  seed: 44,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '34ms', speed: '1/50' },
    { from: '299ms', speed: '1/500' },
    { from: '325ms', speed: '1/50' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1, segments: 'full-tail' },
    parameters: { 'storage.gossipPeriod': '20ms', 'instance.bufferPoolPages': 24 },
  },
  tables: [account],
  workload: [shop(3, '4ms'), reader('audit', 1, '8ms')],
  script: [
    { at: '20ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-a2' },
    { at: '24ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-b2' },
    { at: '28ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-c2' },
    { at: '200ms', do: 'HealAll' },
    { at: '300ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' },
    { at: '308ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-b1' },
    { at: '316ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-c1' },
    { at: '500ms', do: 'HealAll' },
  ],
  until: '700ms',
  expect: [
    { fact: 'TransactionCommitted', within: ['30ms', '200ms'], count: { min: 20 } },
    { fact: 'CommitsStalled', within: ['20ms', '200ms'], count: { max: 0 } },
    { fact: 'ReadQuorumLost', within: ['316ms', '316ms'] },
    { fact: 'CommitsResumed', within: ['500ms', '510ms'] },
    lawsHold,
  ],
}
