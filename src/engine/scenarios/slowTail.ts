/**
 * One copy takes thirty times as long. Commits do not notice, since the four fastest decide; a
 * page read that went there is sent to a second copy when it takes too long (hedging; 2018 §3.1).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, reader, shop, writer } from './cluster.ts'

export const slowTail: Scenario = {
  version: 1,
  name: 'slow-tail',
  title: 'Does anyone wait for a slow copy?',
  question: 'One copy takes thirty times as long as the others. Do commits wait for it? Do reads?',
  tags: ['latency', 'reads'],
  seed: 51,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '40ms', speed: '1/300' },
    { from: '100ms', speed: '1/20' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'instance.bufferPoolPages': 12, 'storage.gossipPeriod': '20ms' },
  },
  tables: [account],
  workload: [shop(3, '5ms'), reader('audit', 2, '3ms')],
  script: [
    { at: '20ms', do: 'InjectFault', fault: 'SlowNode', target: 'node-b2', factor: 30 },
    { at: '400ms', do: 'HealFault', fault: 'SlowNode', target: 'node-b2' },
  ],
  until: '800ms',
  expect: [
    { fact: 'ReadHedged', within: ['20ms', '100ms'] },
    { fact: 'CommitsStalled', count: { max: 0 } },
    {
      fact: 'TransactionCommitted',
      where: { application: 'shop' },
      within: ['20ms', '400ms'],
      count: { min: 50 },
    },
    lawsHold,
  ],
}
