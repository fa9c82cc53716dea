/**
 * With a zone down every copy that is left must say yes. Two at once split them, nobody reaches a
 * write set, and after a while both give up (what really happened then is not published).
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, writersOf } from './writers.ts'

export const nobodyWins: Scenario = {
  version: 1,
  name: 'nobody-wins',
  title: 'Can two writers both lose?',
  question: 'A zone is down and two writers change one page at once: can nobody win?',
  tags: ['multi-master', 'conflict', 'zones'],
  seed: 9,
  opensAt: '7ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '13ms', speed: '1/120' },
    { from: '59ms', speed: '1/800' },
    { from: '66ms', speed: '1/100' },
    { from: '130ms', speed: '1/30' },
  ],
  cluster: writersOf(2),
  tables: [smallTable('account')],
  script: [
    { at: '8ms', do: 'InjectFault', fault: 'AzOutage', target: 'az-c' },
    { at: '10ms', do: 'RunTransaction', session: 'alice', on: 'w1', table: 'account', write: [1] },
    { at: '10ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', write: [2] },
    { at: '250ms', do: 'HealFault', fault: 'AzOutage', target: 'az-c' },
  ],
  until: '400ms',
  expect: [
    {
      fact: 'TransactionRolledBack',
      where: { application: 'alice', cause: 'noWinner' },
      within: ['59ms', '63ms'],
    },
    {
      fact: 'TransactionRolledBack',
      where: { application: 'bob', cause: 'noWinner' },
      within: ['59ms', '63ms'],
    },
    { fact: 'TransactionCommitted', where: { application: 'alice' } },
    { fact: 'TransactionCommitted', where: { application: 'bob' } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
