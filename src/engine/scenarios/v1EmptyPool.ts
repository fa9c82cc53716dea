/**
 * Serverless v1 when there is no capacity: the zone has no host, so a step up is rolled back; then
 * the zone itself is lost, and no other zone has a host either. It stays closed until one has.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { crowd, v1Cluster } from './v1Cluster.ts'

export const v1EmptyPool: Scenario = {
  version: 1,
  name: 'v1-empty-pool',
  title: 'What if the warm pool of Serverless v1 is empty?',
  question: 'A host is wanted and none can be had. What does the crowd get, and what a lost zone?',
  tags: ['serverless', 'v1', 'failover'],
  seed: 98,
  opensAt: '58s',
  pace: [
    { from: '0s', speed: '10' },
    { from: '130s', speed: '5' },
    { from: '205s', speed: '60' },
    { from: '860s', speed: '5' },
  ],
  cluster: v1Cluster({ min: 2, max: 8, timeout: '60s', onTimeout: 'force' }),
  tables: [account],
  workload: [shop(2, '800ms'), crowd([['0s', 1.6]], 20)],
  script: [
    { at: '20s', do: 'InjectFault', fault: 'NoCapacity', target: 'az-b' },
    { at: '150s', do: 'InjectFault', fault: 'NoCapacity', target: 'az-a' },
    { at: '151s', do: 'InjectFault', fault: 'NoCapacity', target: 'az-c' },
    { at: '200s', do: 'InjectFault', fault: 'AzOutage', target: 'az-b' },
    { at: '14min', do: 'HealFault', fault: 'NoCapacity', target: 'az-c' },
  ],
  until: '15min',
  expect: [
    { fact: 'SearchEnded', where: { action: 'rollback' }, count: { min: 1 } },
    { fact: 'ScalingPointFound', within: ['0s', '200s'], count: { max: 0 } },
    { fact: 'RecreationBegan', where: { takesMicros: 600_000_000 }, count: { min: 1, max: 1 } },
    { fact: 'InstanceRecreated', where: { zone: 'az-c' }, count: { min: 1, max: 1 } },
    { fact: 'VolumeOpened', within: ['14min', '15min'], count: { min: 1 } },
    lawsHold,
  ],
}
