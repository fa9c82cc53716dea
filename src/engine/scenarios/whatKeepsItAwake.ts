/**
 * Nobody is connected and yet it does not sleep: replication by binlog keeps it awake. Once that is
 * off it sleeps; a snapshot leaves it asleep, a log-in with a wrong password wakes it.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { elasticWriter } from './elasticWriter.ts'

export const whatKeepsItAwake: Scenario = {
  version: 1,
  name: 'what-keeps-it-awake',
  title: 'Why is it awake when nobody is connected?',
  question: 'No connection is open, and still half an ACU is billed. What keeps it awake?',
  tags: ['serverless', 'pause'],
  seed: 53,
  opensAt: '280s',
  pace: [
    { from: '0s', speed: '6' },
    { from: '330s', speed: '4' },
    { from: '400s', speed: '10' },
    { from: '455s', speed: '5' },
    { from: '480s', speed: '60' },
  ],
  cluster: {
    instances: [elasticWriter],
    serverless: { generation: 'v2', min: 0, max: 8, features: ['binlogReplication'] },
    parameters: { 'storage.gossipPeriod': '10000ms' },
  },
  tables: [account],
  workload: [shop(0, '500ms')],
  script: [
    { at: '340s', do: 'SetFeature', feature: 'binlogReplication', isOn: false },
    { at: '400s', do: 'CallCluster', call: 'snapshot' },
    { at: '440s', do: 'CallCluster', call: 'wrongPassword' },
    { at: '460s', do: 'SetFeature', feature: 'performanceInsights', isOn: true },
  ],
  until: '20min',
  expect: [
    { fact: 'PauseBlocked', where: { because: 'binlogReplication' }, count: { min: 1 } },
    { fact: 'InstancePaused', count: { min: 2 } },
    { fact: 'ResumeBegan', where: { because: 'wrongPassword' }, count: { min: 1, max: 1 } },
    lawsHold,
  ],
}
