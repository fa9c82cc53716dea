/**
 * Three changes of one table are asked for at three writers while applications use it. One writer
 * carries them out, one after the other; meanwhile everybody may only read the table, and
 * connections that use it elsewhere are cut, with what they had changed undone.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, team, writersOf } from './writers.ts'

export const ddlInAQueue: Scenario = {
  version: 1,
  name: 'ddl-in-a-queue',
  title: 'Three changes of one busy table?',
  question: 'Three writers are asked to change one busy table at once. What do its users feel?',
  tags: ['multi-master', 'ddl'],
  seed: 17,
  opensAt: '58ms',
  pace: [
    { from: '0s', speed: '1/1000' },
    { from: '64ms', speed: '1/200' },
    { from: '90ms', speed: '1/400' },
    { from: '96ms', speed: '1/200' },
    { from: '160ms', speed: '1/50' },
    { from: '300ms', speed: '1/10' },
  ],
  cluster: writersOf(3),
  tables: [smallTable('stock'), smallTable('orders')],
  workload: [
    { ...team('shop', 'w1', 'stock'), transaction: { reads: 1, writes: 2 } },
    { ...team('depot', 'w2', 'stock'), transaction: { reads: 1, writes: 2 } },
    team('desk', 'w3', 'orders'),
  ],
  script: [
    { at: '60ms', do: 'RunDdl', on: 'w3', table: 'stock' },
    { at: '60ms', do: 'RunDdl', on: 'w2', table: 'stock' },
    { at: '60ms', do: 'RunDdl', on: 'w1', table: 'stock' },
  ],
  until: '800ms',
  expect: [
    { fact: 'DdlStarted', where: { owner: 'w1' }, count: { min: 3 } },
    { fact: 'DdlEnded', where: { table: 'stock' }, within: ['90ms', '160ms'], count: { min: 3 } },
    { fact: 'ConnectionLost', where: { application: 'depot' }, count: { min: 1 } },
    { fact: 'ConnectionLost', where: { application: 'desk' }, count: { max: 0 } },
    {
      fact: 'TransactionCommitted',
      where: { application: 'desk' },
      within: ['62ms', '150ms'],
      count: { min: 10 },
    },
    {
      fact: 'TransactionCommitted',
      where: { application: 'depot' },
      within: ['160ms', '800ms'],
      count: { min: 10 },
    },
    lawsHold,
  ],
}
