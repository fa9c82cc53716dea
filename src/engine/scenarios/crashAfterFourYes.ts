/**
 * A writer dies when all copies have kept its change and it has not heard of it. Nobody knows the
 * verdict: the copies ask each other, keep what a write set holds, and its recovery undoes it.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, writersOf } from './writers.ts'

export const crashAfterFourYes: Scenario = {
  version: 1,
  name: 'crash-after-four-yes',
  title: 'Dead before it heard yes?',
  question:
    'A writer dies while the answers to its change are on their way. Does the change stand?',
  tags: ['multi-master', 'recovery', 'conflict'],
  seed: 16,
  opensAt: '9.9ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '14ms', speed: '1/20' },
    { from: '55ms', speed: '1/800' },
    { from: '64ms', speed: '1/60' },
    { from: '111ms', speed: '1/800' },
    { from: '116ms', speed: '1/50' },
    { from: '210ms', speed: '1/10' },
    { from: '300ms', speed: '2' },
    { from: '10.3s', speed: '1/400' },
    { from: '10.315s', speed: '1/50' },
  ],
  cluster: writersOf(2, { 'multiMaster.tentativeTtl': '100ms', 'instance.restart': '10s' }),
  tables: [smallTable('account')],
  script: [
    {
      at: '10ms',
      do: 'RunTransaction',
      session: 'alice',
      on: 'w1',
      table: 'account',
      write: [1, 9],
    },
    { at: '11.5ms', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '55ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', write: [2] },
    { at: '300ms', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
  ],
  until: '11s',
  expect: [
    {
      fact: 'TransactionRolledBack',
      where: { application: 'bob', cause: 'inFlight' },
      within: ['55ms', '64ms'],
    },
    {
      fact: 'TentativeDecided',
      where: { isKept: true, because: 'writeSet' },
      within: ['110ms', '120ms'],
    },
    { fact: 'TransactionCommitted', where: { application: 'bob' }, within: ['112ms', '300ms'] },
    { fact: 'ProposalSent', where: { instance: 'w1', reason: 'rollback' }, within: ['10s', '11s'] },
    { fact: 'WriterStatusChanged', where: { instance: 'w1', status: 'online' } },
    lawsHold,
  ],
}
