/**
 * A page on one disk is damaged, and its node does not know. The scrub comes to it, the checksum
 * does not fit, and a peer gives the whole page (2017 §3.3, step 8). Scrubs are every 10 s here
 * and not every day.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const damagedPage: Scenario = {
  version: 1,
  name: 'damaged-page',
  title: 'Who notices a damaged page?',
  question: 'One page on one disk is damaged. Who finds out, and where does a whole one come from?',
  tags: ['storage node', 'repair'],
  seed: 62,
  opensAt: '1092ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '1122ms', speed: '1/300' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.scrubPeriod': '10s' },
  },
  tables: [account],
  workload: [shop(4, '4ms')],
  script: [
    { at: '1095ms', do: 'InjectFault', fault: 'PageCorruption', target: 'pg1/a2', page: 12 },
  ],
  until: '3s',
  expect: [
    { fact: 'PageCorrupted', within: ['1095ms', '1095ms'] },
    {
      fact: 'CorruptionFound',
      where: { segment: 'pg1/a2', page: 12, by: 'scrub' },
      within: ['1111ms', '1130ms'],
    },
    { fact: 'PageRepaired', where: { segment: 'pg1/a2', page: 12 }, within: ['1111ms', '1140ms'] },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
