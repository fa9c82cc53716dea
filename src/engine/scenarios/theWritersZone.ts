/**
 * The zone of the writer goes dark: four copies are left, so the data is safe, but nobody can
 * write. When the zone heals, the writer starts again with nothing in memory, asks three copies
 * what they hold, finds the last safe point, annuls the rest, and opens (2018 §2.4).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const theWritersZone: Scenario = {
  version: 1,
  name: 'the-writers-zone',
  title: 'What if the writer’s own zone goes dark?',
  question: 'The zone of the writer loses power. Is anything lost, and who can write?',
  tags: ['recovery', 'quorum'],
  seed: 11,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '22ms', speed: '1/500' },
    { from: '30ms', speed: '1/200' },
    { from: '100ms', speed: '1/20' },
    { from: '400ms', speed: '1/2' },
    { from: '2s', speed: '4' },
    { from: '16.995s', speed: '1/1000' },
    { from: '17.01s', speed: '2' },
    { from: '22s', speed: '1/500' },
    { from: '22.02s', speed: '1/20' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.gossipPeriod': '4ms' },
  },
  tables: [account],
  workload: [shop(3, '4ms')],
  script: [
    { at: '20ms', do: 'InjectFault', fault: 'AzOutage', target: 'az-b' },
    { at: '2s', do: 'HealFault', fault: 'AzOutage', target: 'az-b' },
  ],
  until: '23s',
  expect: [
    { fact: 'CommitsStalled', where: { because: 'noWriter' }, within: ['20ms', '21ms'] },
    { fact: 'ReadQuorumLost', count: { max: 0 } },
    { fact: 'VolumeTruncated' },
    { fact: 'VolumeOpened', within: ['22s', '22.1s'], count: { min: 1, max: 1 } },
    { fact: 'TransactionCommitted', within: ['22s', '23s'], count: { min: 10 } },
    lawsHold,
  ],
}
