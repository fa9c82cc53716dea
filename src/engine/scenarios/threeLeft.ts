/**
 * AZ+1, and no zone comes back: with three copies no member can be exchanged, yet they are enough
 * to make one anew on another host, and then commits go on (2017 §2.1). How is not published.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, reader, shop, writer } from './cluster.ts'

export const threeLeft: Scenario = {
  version: 1,
  name: 'three-left',
  title: 'How do writes come back from three copies?',
  question: 'A zone and one more copy are gone for good. Three are left: can anybody write again?',
  tags: ['repair', 'quorum', 'zones'],
  seed: 42,
  opensAt: '13ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '24ms', speed: '1/50' },
    { from: '100ms', speed: '1' },
    { from: '2.021s', speed: '1/500' },
    { from: '2.03s', speed: '1' },
    { from: '10.05s', speed: '1/500' },
    { from: '10.065s', speed: '1/20' },
  ],
  cluster: {
    instances: [writer],
    parameters: { 'storage.gossipPeriod': '500ms', 'instance.bufferPoolPages': 24 },
  },
  tables: [account],
  workload: [shop(3, '4ms'), reader('audit', 1, '20ms')],
  script: [
    { at: '15ms', do: 'InjectFault', fault: 'AzOutage', target: 'az-c' },
    { at: '22ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' },
  ],
  until: '10.5s',
  expect: [
    { fact: 'CommitsStalled', where: { because: 'noWriteQuorum' } },
    { fact: 'MembershipChanged', where: { change: 'rebuild', joined: 'pg1/a3' } },
    { fact: 'SegmentHydrated', where: { segment: 'pg1/a3' } },
    { fact: 'CommitsResumed', within: ['10s', '10.2s'] },
    { fact: 'ReadQuorumLost', count: { max: 0 } },
    lawsHold,
  ],
}
