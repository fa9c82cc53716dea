/**
 * One instance in one zone, and the zone is lost. Serverless v1 has no reader to take over: it is
 * re-created in another zone, which takes three minutes here. The data was never away.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { v1Cluster } from './v1Cluster.ts'

export const v1AzLost: Scenario = {
  version: 1,
  name: 'v1-az-lost',
  title: 'What does Serverless v1 do when its zone is lost?',
  question: 'No reader stands by. How long is the shop closed, and is anything gone?',
  tags: ['serverless', 'v1', 'failover'],
  seed: 84,
  opensAt: '15s',
  pace: [
    { from: '0s', speed: '2' },
    { from: '45s', speed: '10' },
    { from: '190s', speed: '2' },
  ],
  cluster: v1Cluster({ min: 4, max: 16 }),
  tables: [account],
  workload: [shop(4, '400ms')],
  script: [{ at: '20s', do: 'InjectFault', fault: 'AzOutage', target: 'az-b' }],
  until: '5min',
  expect: [
    { fact: 'RecreationBegan', count: { min: 1, max: 1 } },
    { fact: 'InstanceRecreated', count: { min: 1 } },
    { fact: 'VolumeOpened', count: { min: 1 } },
    { fact: 'CapacityChanged', where: { acu: 4, because: 'resume' }, count: { min: 1 } },
    lawsHold,
  ],
}
