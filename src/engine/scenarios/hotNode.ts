/**
 * A storage node is overloaded: its segments are marked as bad one by one and move to a colder node
 * of the zone, as if they were lost (2017 §2.3).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const hotNode: Scenario = {
  version: 1,
  name: 'hot-node',
  title: 'Where does a hot copy go?',
  question: 'A storage node is overloaded. Must anybody wait until it has cooled down?',
  tags: ['membership', 'heat'],
  seed: 47,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '30ms', speed: '1/50' },
    { from: '100ms', speed: '1' },
    { from: '2.018s', speed: '1/1000' },
    { from: '2.028s', speed: '1' },
    { from: '10.04s', speed: '1/200' },
    { from: '10.1s', speed: '1/20' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 2 },
    parameters: { 'storage.gossipPeriod': '500ms' },
  },
  tables: [account],
  workload: [shop(4, '6ms')],
  script: [{ at: '20ms', do: 'InjectFault', fault: 'HotNode', target: 'node-a2', factor: 20 }],
  until: '10.5s',
  expect: [
    { fact: 'MemberSuspected', where: { because: 'hot' }, count: { min: 2 } },
    { fact: 'MembershipChanged', where: { change: 'settle' }, count: { min: 2 } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
