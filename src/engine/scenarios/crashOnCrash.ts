/**
 * A recovery that is itself interrupted, twice: while it asks the copies what they hold, and after
 * it has decided what to annul but before enough copies have written that down. Each begins anew
 * with a higher epoch, and ranges are versioned by epoch, so that nothing is ambiguous (2017 §4.3).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const crashOnCrash: Scenario = {
  version: 1,
  name: 'crash-on-crash',
  title: 'And if recovery crashes too?',
  question:
    'The writer dies, and dies again in the middle of its recovery, twice. What is left of an ' +
    'acknowledged commit?',
  tags: ['recovery', 'epoch'],
  seed: 52,
  opensAt: '990ms',
  pace: [
    { from: '0s', speed: '1/500' },
    { from: '1.005s', speed: '1/50' },
    { from: '1.06s', speed: '3' },
    { from: '11.0999s', speed: '1/1500' },
    { from: '11.103s', speed: '1/50' },
    { from: '11.16s', speed: '3' },
    { from: '21.1999s', speed: '1/1500' },
    { from: '21.204s', speed: '1/50' },
    { from: '21.26s', speed: '3' },
    { from: '31.2999s', speed: '1/1500' },
    { from: '31.306s', speed: '1/50' },
    { from: '31.36s', speed: '1' },
    { from: '32.3s', speed: '1/50' },
    { from: '32.5s', speed: '1/20' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'instance.restart': '10s', 'failover.recover': '1s' },
  },
  tables: [account],
  workload: [shop(6, '20ms')],
  script: [
    { at: '1s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '1.1s', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '11.1008s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '11.2s', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '21.2024s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '21.3s', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
  ],
  until: '36s',
  expect: [
    { fact: 'RecoveryStarted', count: { min: 3, max: 3 } },
    { fact: 'VolumeTruncated', count: { min: 2, max: 2 } },
    { fact: 'VolumeOpened', where: { epoch: 4 }, count: { min: 1, max: 1 } },
    { fact: 'TransactionCommitted', within: ['32.5s', '36s'], count: { min: 10 } },
    lawsHold,
  ],
}
