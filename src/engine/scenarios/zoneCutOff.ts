/**
 * The writer's zone lives, but nothing passes between it and the other zones. The writer reaches
 * two copies of six and commits nothing, yet it still tells its clients that it is at work, so
 * they stay; a reader elsewhere takes over. Joined again, the old writer is refused by the copies:
 * a new epoch has locked it out (2018 §2.4), and its clients go to the new one.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { lossPace, lossTables, lossTeams, writerAndReader } from './lostWriter.ts'

export const zoneCutOff: Scenario = {
  version: 1,
  name: 'zone-cut-off',
  title: 'What if the writer lives, but its zone is cut off?',
  question:
    'The writer lives and its zone is cut off. Who writes, and what when it is joined again?',
  tags: ['failover', 'zone'],
  seed: 66,
  opensAt: '990ms',
  pace: [
    ...lossPace,
    { from: '31.1s', speed: '2' },
    { from: '35.99s', speed: '1/20' },
    { from: '36.2s', speed: '1' },
    { from: '38s', speed: '8' },
  ],
  cluster: writerAndReader,
  tables: lossTables,
  workload: lossTeams('cluster', 'cluster'),
  script: [
    { at: '1s', do: 'InjectFault', fault: 'ZoneIsolation', target: 'az-b' },
    { at: '36s', do: 'HealFault', fault: 'ZoneIsolation', target: 'az-b' },
  ],
  until: '60s',
  expect: [
    { fact: 'InstanceSuspected', where: { instance: 'w1' }, within: ['4s', '4.1s'] },
    { fact: 'ReaderPromoted', where: { instance: 'r1' }, within: ['20.9s', '21.5s'] },
    { fact: 'TransactionCommitted', within: ['1.1s', '36s'], count: { max: 0 } },
    { fact: 'TransactionCommitted', within: ['36s', '45s'], count: { min: 10 } },
    { fact: 'WriterFenced', where: { instance: 'w1' }, within: ['36s', '38s'] },
    lawsHold,
  ],
}
