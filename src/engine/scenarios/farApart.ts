/**
 * Two rows lie on different pages of their table, and their entries on one page of an index: an
 * index groups rows otherwise. Rows whose entries lie apart as well do not meet.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, writersOf } from './writers.ts'

export const farApart: Scenario = {
  version: 1,
  name: 'far-apart',
  title: 'Can rows far apart collide?',
  question: 'Two writers change rows on different pages of a table that has an index. Who loses?',
  tags: ['multi-master', 'conflict', 'index'],
  seed: 19,
  opensAt: '9.9ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '13ms', speed: '1/100' },
    { from: '149.9ms', speed: '1/1500' },
    { from: '153ms', speed: '1/50' },
  ],
  cluster: writersOf(2),
  tables: [{ ...smallTable('account'), indexes: ['by_v (v)'] }],
  script: [
    { at: '10ms', do: 'RunTransaction', session: 'alice', on: 'w1', table: 'account', write: [1] },
    {
      at: '10.2ms',
      do: 'RunTransaction',
      session: 'bob',
      on: 'w2',
      table: 'account',
      write: [11],
    },
    { at: '150ms', do: 'RunTransaction', session: 'alice', on: 'w1', table: 'account', write: [1] },
    { at: '150ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', write: [12] },
  ],
  until: '300ms',
  expect: [
    { fact: 'TransactionCommitted', where: { application: 'alice' }, within: ['10ms', '15ms'] },
    {
      fact: 'TransactionRolledBack',
      where: { application: 'bob', cause: 'inFlight', winner: 'w1', page: 9 },
      within: ['10ms', '14ms'],
    },
    { fact: 'TransactionRolledBack', within: ['150ms', '300ms'], count: { max: 0 } },
    { fact: 'TransactionCommitted', within: ['150ms', '155ms'], count: { min: 2, max: 2 } },
    lawsHold,
  ],
}
