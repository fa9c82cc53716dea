/**
 * What a storage node does with a record: receive, write, answer; and then, behind the foreground,
 * sort, fill holes by gossip, make pages, back up, collect, scrub (2017 §3.3, figure 4). It begins
 * a moment before the first backup. Periods are short here, so that all steps are seen.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const eightSteps: Scenario = {
  version: 1,
  name: 'eight-steps',
  title: 'What does a copy do after it has answered?',
  question: 'A copy has answered and the commit is done. When does it do its other six steps?',
  tags: ['storage node', 'log'],
  seed: 61,
  opensAt: '108ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '128ms', speed: '1/300' },
    { from: '240ms', speed: '1/20' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: {
      'storage.backupPeriod': '0.1s',
      'storage.gcPeriod': '0.1s',
      'storage.scrubPeriod': '10s',
      'storage.coalesceChain': 4,
      'storage.capacity': 8_000,
    },
  },
  tables: [account],
  workload: [shop(5, '6ms')],
  until: '2s',
  expect: [
    { fact: 'SegmentBackedUp', where: { segment: 'pg1/a2' }, within: ['111ms', '150ms'] },
    { fact: 'GarbageCollected', where: { segment: 'pg1/a2' }, within: ['111ms', '400ms'] },
    { fact: 'NodeScrubbed', where: { node: 'node-a2' }, within: ['1s', '1.3s'] },
    { fact: 'ThrottleBegan', count: { max: 0 } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
