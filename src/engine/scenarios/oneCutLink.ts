/**
 * The writer cannot reach one copy, yet the copy runs and its peers reach it: gossip brings it
 * every record, and it reports how far it is over the way back, which still works.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const oneCutLink: Scenario = {
  version: 1,
  name: 'one-cut-link',
  title: 'Is a copy out of reach a copy lost?',
  question: 'Nothing the writer sends reaches one copy, yet the copy runs. Does it fall behind?',
  tags: ['network', 'gossip'],
  seed: 61,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '40ms', speed: '1/500' },
    { from: '80ms', speed: '1/50' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.gossipPeriod': '10ms' },
  },
  tables: [account],
  workload: [shop(3, '4ms')],
  script: [
    { at: '20ms', do: 'InjectFault', fault: 'LinkCut', target: 'w1>node-c2' },
    { at: '300ms', do: 'HealFault', fault: 'LinkCut', target: 'w1>node-c2' },
  ],
  until: '500ms',
  expect: [
    { fact: 'MessageDropped', where: { to: 'node-c2', because: 'cut' } },
    { fact: 'AckReceived', where: { segment: 'pg1/c2' }, within: ['40ms', '300ms'] },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
