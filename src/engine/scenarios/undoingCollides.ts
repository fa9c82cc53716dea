/**
 * A long transaction loses its last page and undoes the others, one by one, by page changes of its
 * own. Whoever wants one of those pages meanwhile loses against a rollback.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, writersOf } from './writers.ts'

export const undoingCollides: Scenario = {
  version: 1,
  name: 'undoing-collides',
  title: 'Can one lose against a rollback?',
  question: 'A transaction over five pages loses the last one. What does undoing cost the others?',
  tags: ['multi-master', 'conflict', 'rollback'],
  seed: 20,
  opensAt: '9.9ms',
  pace: [
    { from: '0s', speed: '1/600' },
    { from: '24ms', speed: '1/900' },
    { from: '30ms', speed: '1/400' },
    { from: '60ms', speed: '1/60' },
  ],
  cluster: writersOf(2, {
    'client.retryBase': '100ms',
    'multiMaster.replicationLag': '2ms',
    'multiMaster.replicationJitter': '0ms',
  }),
  tables: [smallTable('account')],
  script: [
    {
      at: '10ms',
      do: 'RunTransaction',
      session: 'alice',
      on: 'w1',
      table: 'account',
      write: [1, 9, 17, 25, 33],
    },
    { at: '17ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', write: [34] },
    {
      at: '24.9ms',
      do: 'RunTransaction',
      session: 'carol',
      on: 'w2',
      table: 'account',
      write: [18],
    },
  ],
  until: '600ms',
  expect: [
    {
      fact: 'TransactionRolledBack',
      where: { application: 'alice', page: 4, winner: 'w2' },
      within: ['15ms', '24ms'],
    },
    { fact: 'ProposalSent', where: { reason: 'rollback' }, count: { min: 4 } },
    {
      fact: 'TransactionRolledBack',
      where: { application: 'carol', cause: 'inFlight', page: 2, winner: 'w1' },
      within: ['24ms', '30ms'],
    },
    { fact: 'TransactionCommitted', where: { application: 'alice' } },
    { fact: 'TransactionCommitted', where: { application: 'carol' } },
    lawsHold,
  ],
}
