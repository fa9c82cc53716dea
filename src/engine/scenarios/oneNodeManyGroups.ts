/**
 * A storage node holds copies of several protection groups, so one that dies takes a copy from
 * each of them, and from each only one (2017 §2.2, §3.3). Commits of all groups go on. The busiest
 * of the built-in scenarios.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const oneNodeManyGroups: Scenario = {
  version: 1,
  name: 'one-node-many-groups',
  title: 'Whom does one dead node hurt?',
  question: 'One storage node dies, and it held copies of many groups. How many of them stop?',
  tags: ['quorum', 'protection groups', 'busy'],
  seed: 31,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '26ms', speed: '1/200' },
    { from: '100ms', speed: '1/20' },
  ],
  cluster: {
    instances: [{ ...writer, class: 'db.r5.4xlarge' }],
    volume: { protectionGroups: 8 },
  },
  tables: [{ ...account, rows: 6_400 }],
  workload: [shop(48, '6ms')],
  script: [
    { at: '20ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-b2' },
    { at: '300ms', do: 'HealFault', fault: 'NodeCrash', target: 'node-b2' },
  ],
  until: '1s',
  expect: [
    { fact: 'NodeCrashed', where: { node: 'node-b2' }, count: { min: 1, max: 1 } },
    { fact: 'WriteQuorumLost', count: { max: 0 } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    { fact: 'TransactionCommitted', within: ['20ms', '300ms'], count: { min: 500 } },
    lawsHold,
  ],
}
