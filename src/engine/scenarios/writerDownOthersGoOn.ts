/**
 * One of two writers dies. There is no failover and nothing to promote: the other one goes on, and
 * the dead one comes back, cuts back its own log alone and undoes what it had open.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, team, writersOf } from './writers.ts'

export const writerDownOthersGoOn: Scenario = {
  version: 1,
  name: 'writer-down-others-go-on',
  title: 'One of two writers dies: who stops?',
  question: 'One of two writers dies. Does the other one notice, and who takes over?',
  tags: ['multi-master', 'recovery'],
  seed: 10,
  opensAt: '19ms',
  pace: [
    { from: '0s', speed: '1/1000' },
    { from: '40ms', speed: '1/50' },
    { from: '300ms', speed: '1/10' },
    { from: '1.5s', speed: '1' },
    { from: '11.9s', speed: '1/20' },
    { from: '12.2s', speed: '1' },
  ],
  cluster: writersOf(2, { 'instance.restart': '10s' }),
  tables: [smallTable('cart'), smallTable('stock')],
  workload: [team('shop', 'w1', 'cart'), team('depot', 'w2', 'stock')],
  script: [
    { at: '30ms', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '2s', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
  ],
  until: '16s',
  expect: [
    { fact: 'WriterStatusChanged', where: { instance: 'w1', status: 'offline' } },
    {
      fact: 'TransactionCommitted',
      where: { application: 'depot' },
      within: ['30ms', '2s'],
      count: { min: 200 },
    },
    { fact: 'CommitsStalled', count: { max: 0 } },
    { fact: 'WriterLogTruncated', where: { instance: 'w1' } },
    { fact: 'WriterStatusChanged', where: { instance: 'w1', status: 'online' } },
    {
      fact: 'TransactionCommitted',
      where: { application: 'shop' },
      within: ['12s', '16s'],
      count: { min: 20 },
    },
    lawsHold,
  ],
}
