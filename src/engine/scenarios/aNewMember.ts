/**
 * A copy stays silent and another takes its place: two epochs, two memberships side by side, and no
 * commit waits (2018 §4.1). Starts just before the copy is lost.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const aNewMember: Scenario = {
  version: 1,
  name: 'a-new-member',
  title: 'Who takes the place of a lost copy?',
  question: 'A copy stays silent. Who takes its place, and does anybody wait meanwhile?',
  tags: ['membership', 'repair'],
  seed: 41,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '26ms', speed: '1/50' },
    { from: '100ms', speed: '1' },
    { from: '2.018s', speed: '1/1000' },
    { from: '2.026s', speed: '1' },
    { from: '10.04s', speed: '1/500' },
    { from: '10.06s', speed: '1/20' },
  ],
  cluster: { instances: [writer], parameters: { 'storage.gossipPeriod': '500ms' } },
  tables: [account],
  workload: [shop(4, '6ms')],
  script: [{ at: '20ms', do: 'InjectFault', fault: 'NodeLoss', target: 'node-c2' }],
  until: '10.5s',
  expect: [
    { fact: 'MemberSuspected', where: { segment: 'pg1/c2', because: 'silent' } },
    { fact: 'MembershipChanged', where: { change: 'join', epoch: 2 }, within: ['2s', '2.1s'] },
    { fact: 'SegmentHydrated', where: { segment: 'pg1/c3' }, within: ['10s', '10.2s'] },
    { fact: 'MembershipChanged', where: { change: 'settle', epoch: 3 } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
