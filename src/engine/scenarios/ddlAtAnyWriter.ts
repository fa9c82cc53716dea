/**
 * The definition of a table changes. Whichever writer is asked, one carries it out; everybody may
 * only read the table meanwhile, and connections that use it at other writers are cut.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, team, writersOf } from './writers.ts'

export const ddlAtAnyWriter: Scenario = {
  version: 1,
  name: 'ddl-at-any-writer',
  title: 'Who changes a table that all may write?',
  question: 'One of three writers is asked to change a table. Who does it, and who must wait?',
  tags: ['multi-master', 'ddl'],
  seed: 14,
  opensAt: '58ms',
  pace: [
    { from: '0s', speed: '1/1000' },
    { from: '66ms', speed: '1/200' },
    { from: '100ms', speed: '1/100' },
    { from: '200ms', speed: '1/20' },
  ],
  cluster: writersOf(3),
  tables: [smallTable('cart'), smallTable('stock'), smallTable('orders')],
  workload: [
    team('shop', 'w1', 'cart'),
    { ...team('depot', 'w2', 'stock'), sessions: 8, transaction: { reads: 1, writes: 3 } },
    team('desk', 'w3', 'orders'),
  ],
  script: [
    { at: '60ms', do: 'RunDdl', on: 'w3', table: 'stock' },
    { at: '300ms', do: 'RunDdl', on: 'w2', table: 'cart' },
  ],
  until: '1s',
  expect: [
    { fact: 'DdlStarted', where: { asked: 'w3', owner: 'w1', table: 'stock' } },
    { fact: 'DdlEnded', where: { table: 'stock' }, within: ['90ms', '100ms'] },
    { fact: 'ConnectionLost', where: { application: 'depot' } },
    { fact: 'ConnectionLost', where: { application: 'desk' }, count: { max: 0 } },
    {
      fact: 'TransactionCommitted',
      where: { application: 'desk' },
      within: ['62ms', '90ms'],
      count: { min: 4 },
    },
    { fact: 'DdlEnded', where: { table: 'cart' } },
    lawsHold,
  ],
}
