/**
 * The other writer has long committed, but its redo is still on the way: the change here is built
 * on a version that storage has left behind. Seconds later the same page takes both.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, writersOf } from './writers.ts'

export const staleBase: Scenario = {
  version: 1,
  name: 'stale-base',
  title: 'Can one lose against a commit that is done?',
  question: 'One writer commits; the other changes the same page 10 ms later. Why is it refused?',
  tags: ['multi-master', 'conflict', 'lag'],
  seed: 8,
  opensAt: '9.9ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '13ms', speed: '1/300' },
    { from: '19.9ms', speed: '1/1500' },
    { from: '23ms', speed: '1/100' },
    { from: '149.9ms', speed: '1/1000' },
    { from: '155ms', speed: '1/60' },
    { from: '199.9ms', speed: '1/1000' },
    { from: '204ms', speed: '1/50' },
  ],
  cluster: writersOf(2),
  tables: [smallTable('account')],
  script: [
    { at: '10ms', do: 'RunTransaction', session: 'alice', on: 'w1', table: 'account', write: [1] },
    { at: '20ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', write: [2] },
    { at: '150ms', do: 'RunTransaction', session: 'alice', on: 'w1', table: 'account', write: [1] },
    { at: '200ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', write: [2] },
  ],
  until: '400ms',
  expect: [
    { fact: 'TransactionCommitted', where: { application: 'alice' }, within: ['10ms', '15ms'] },
    {
      fact: 'TransactionRolledBack',
      where: { application: 'bob', cause: 'staleBase', winner: 'w1' },
      within: ['20ms', '23ms'],
    },
    { fact: 'TransactionCommitted', where: { application: 'bob' }, within: ['23ms', '150ms'] },
    { fact: 'TransactionCommitted', where: { application: 'bob' }, within: ['200ms', '205ms'] },
    { fact: 'TransactionRolledBack', within: ['150ms', '400ms'], count: { max: 0 } },
    lawsHold,
  ],
}
