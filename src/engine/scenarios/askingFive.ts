/**
 * Reading as classic quorum systems do, to hold beside Aurora: every page is asked of five copies
 * and three must answer, so that the third quickest decides, and storage does five times the work.
 * Aurora knows which copies are complete and asks one (2018 §3).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, reader, shop, writer } from './cluster.ts'

export const askingFive: Scenario = {
  version: 1,
  name: 'asking-five',
  title: 'What would a quorum read cost?',
  question:
    'Here a page is read from a quorum: five copies are asked, three must answer. How long does ' +
    'a read take, and what do a slow and a lost copy change?',
  tags: ['reads', 'comparison'],
  seed: 55,
  opensAt: '20ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '32ms', speed: '1/100' },
    { from: '398ms', speed: '1/500' },
    { from: '420ms', speed: '1/50' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.quorumRead': 1, 'instance.bufferPoolPages': 8 },
  },
  tables: [account],
  workload: [shop(1, '20ms'), reader('report', 2, '12ms')],
  script: [
    { at: '200ms', do: 'InjectFault', fault: 'SlowNode', target: 'node-b1', factor: 20 },
    { at: '400ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-b2' },
  ],
  until: '1s',
  expect: [
    {
      fact: 'PageReturned',
      where: { latencyMicros: { min: 1_800 } },
      within: ['20ms', '200ms'],
      count: { min: 20 },
    },
    { fact: 'PageReturned', where: { latencyMicros: { max: 8_000 } }, within: ['450ms', '1s'] },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
