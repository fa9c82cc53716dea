/**
 * Two writers change different rows of one page at the same time. Storage judges pages, not rows,
 * so one change is kept and the other transaction gets error 1213 and tries again.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, writersOf } from './writers.ts'

export const whoWinsAPage: Scenario = {
  version: 1,
  name: 'who-wins-a-page',
  title: 'Two writers, one page: who wins?',
  question: 'Two writers change different rows of the same page. Who wins, and who decides?',
  tags: ['multi-master', 'conflict'],
  seed: 7,
  opensAt: '9.9ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '14ms', speed: '1/300' },
    { from: '24ms', speed: '1/50' },
    { from: '119.9ms', speed: '1/1500' },
    { from: '124ms', speed: '1/50' },
    { from: '239.9ms', speed: '1/1000' },
    { from: '245ms', speed: '1/50' },
  ],
  cluster: writersOf(2),
  tables: [smallTable('account')],
  script: [
    { at: '10ms', do: 'RunTransaction', session: 'alice', on: 'w1', table: 'account', write: [1] },
    { at: '10.1ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', write: [2] },
    { at: '120ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', write: [10] },
    {
      at: '120.1ms',
      do: 'RunTransaction',
      session: 'alice',
      on: 'w1',
      table: 'account',
      write: [12],
    },
    { at: '240ms', do: 'RunTransaction', session: 'alice', on: 'w1', table: 'account', write: [1] },
    { at: '240ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', write: [30] },
  ],
  until: '400ms',
  expect: [
    {
      fact: 'TransactionRolledBack',
      where: { application: 'bob', cause: 'inFlight', winner: 'w1' },
      within: ['10ms', '20ms'],
    },
    { fact: 'RetryPlanned', where: { application: 'bob' } },
    { fact: 'TransactionCommitted', where: { application: 'alice' }, within: ['10ms', '20ms'] },
    { fact: 'TransactionCommitted', where: { application: 'bob' }, within: ['12ms', '100ms'] },
    {
      fact: 'TransactionRolledBack',
      where: { application: 'alice', winner: 'w2' },
      within: ['120ms', '130ms'],
    },
    { fact: 'TransactionRolledBack', within: ['240ms', '400ms'], count: { max: 0 } },
    lawsHold,
  ],
}
