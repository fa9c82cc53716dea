/**
 * A writer without a reader is lost with its host. Nobody can be promoted: the instance is created
 * anew in its zone, which may take ten minutes; only then are there answers again. The volume has
 * lost nothing meanwhile. The same work as in the promotion of a reader, to be held beside it.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold, writer } from './cluster.ts'
import { lossTables, lossTeams } from './lostWriter.ts'

export const noReplica: Scenario = {
  version: 1,
  name: 'no-replica',
  title: 'A writer without a reader is lost: for how long?',
  question: 'One writer, no reader. Its host is lost: how long until anybody has an answer?',
  tags: ['failover', 'recovery', 'stopwatch'],
  seed: 33,
  opensAt: '990ms',
  pace: [
    { from: '0s', speed: '1/500' },
    { from: '1.005s', speed: '1/20' },
    { from: '1.1s', speed: '1' },
    { from: '5s', speed: '20' },
    { from: '595s', speed: '1' },
    { from: '605s', speed: '8' },
  ],
  cluster: { instances: [writer], volume: { protectionGroups: 1 } },
  tables: lossTables,
  workload: lossTeams('cluster', 'cluster'),
  script: [{ at: '1s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' }],
  until: '620s',
  expect: [
    { fact: 'CommitsStalled', where: { because: 'noWriter' }, within: ['1s', '1.1s'] },
    { fact: 'InstanceRecreated', where: { zone: 'az-b' }, within: ['595.9s', '596.1s'] },
    { fact: 'VolumeOpened', where: { instance: 'w1' }, within: ['600.9s', '601.5s'] },
    { fact: 'TransactionCommitted', within: ['1.01s', '600.9s'], count: { max: 0 } },
    { fact: 'TransactionCommitted', within: ['601s', '603s'], count: { min: 20 } },
    lawsHold,
  ],
}
