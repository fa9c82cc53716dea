/**
 * All nine storage nodes are patched, zone by zone, one at a time: no group ever lacks more than
 * one copy (2017 §2.3). Each is away for 50 ms here and not for seconds.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const rollingPatch: Scenario = {
  version: 1,
  name: 'rolling-patch',
  title: 'Can every node be patched while commits go on?',
  question: 'Nine storage nodes get a patch, and each is away for a while. Does anyone notice?',
  tags: ['storage node', 'maintenance'],
  seed: 64,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '30ms', speed: '1/100' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 3 },
    parameters: { 'storage.patchAway': '50ms', 'storage.gossipPeriod': '20ms' },
  },
  tables: [account],
  workload: [shop(6, '5ms')],
  script: [{ at: '20ms', do: 'InjectFault', fault: 'RollingPatch', target: 'volume' }],
  until: '2s',
  expect: [
    { fact: 'NodePatched', count: { min: 9, max: 9 }, within: ['20ms', '1s'] },
    { fact: 'FaultHealed', where: { fault: 'RollingPatch' }, within: ['20ms', '1s'] },
    { fact: 'WriteQuorumLost', count: { max: 0 } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
