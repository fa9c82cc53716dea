/**
 * What if a new member counted at once? What was acknowledged on A, B, C and F is not on D, E and
 * G: a recovery that hears only those loses it (derived from 2018 §4.1). The law of commits stops
 * the run: this is an experiment that goes wrong.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, shop, writer } from './cluster.ts'

export const skippedHydration: Scenario = {
  version: 1,
  name: 'skipped-hydration',
  title: 'What if a new copy counted at once?',
  question: 'A new copy counts before it has anything. Which commit is lost?',
  tags: ['membership', 'recovery', 'experiment'],
  seed: 46,
  opensAt: '40ms',
  pace: [
    { from: '0s', speed: '1/500' },
    { from: '60ms', speed: '1/50' },
    { from: '255ms', speed: '1' },
    { from: '2.199s', speed: '1/500' },
    { from: '2.203s', speed: '1/10' },
    { from: '2.5s', speed: '10' },
    { from: '12.499s', speed: '1/1000' },
  ],
  cluster: {
    instances: [writer],
    parameters: {
      'repair.hydrateFirst': 0,
      'repair.automatic': 0,
      'repair.transfer': '20s',
      'storage.gossipPeriod': '10s',
      'network.resendMax': '10s',
      'instance.restart': '10s',
    },
  },
  tables: [account],
  workload: [shop(2, '10ms')],
  script: [
    { at: '50ms', do: 'InjectFault', fault: 'LinkCut', target: 'w1>node-b2' },
    { at: '50ms', do: 'InjectFault', fault: 'LinkCut', target: 'w1>node-c1' },
    { at: '250ms', do: 'SetWorkload', workload: 'shop', sessions: 0 },
    { at: '2s', do: 'HealAll' },
    { at: '2s', do: 'InjectFault', fault: 'NodeCrash', target: 'node-c2' },
    { at: '2.2s', do: 'ReplaceSegment', segment: 'pg1/c2' },
    { at: '2.4s', do: 'InjectFault', fault: 'AzOutage', target: 'az-a' },
    { at: '2.4s', do: 'InjectFault', fault: 'NodeCrash', target: 'node-b1' },
    { at: '2.5s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '2.5s', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
  ],
  until: '12.504s',
  expect: [
    { fact: 'MembershipChanged', where: { change: 'join' }, within: ['2.2s', '2.25s'] },
    { fact: 'VolumeTruncated', within: ['12.5s', '12.504s'] },
    { fact: 'LawBroken', where: { law: 'commitIsHeld' } },
  ],
}
