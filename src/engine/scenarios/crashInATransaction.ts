/**
 * The writer dies while Ann is in a transaction and Bob's COMMIT is answered. Bob's change is on
 * four of six and stays. Ann's change has no commit record: it is undone once the volume is open,
 * and who wants its row in between waits (2017 §4.3).
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { fourAccounts, oneWriter, types } from './statements.ts'

export const crashInATransaction: Scenario = {
  version: 1,
  name: 'crash-in-a-transaction',
  title: 'A crash between BEGIN and COMMIT: what stays?',
  question: 'Ann has not committed, Bob has. The writer dies. Whose change is there afterwards?',
  tags: ['sql', 'recovery', 'undo'],
  seed: 74,
  pace: [
    { from: '0s', speed: '1/15' },
    { from: '700ms', speed: '3' },
    { from: '11.1s', speed: '1/15' },
  ],
  cluster: {
    ...oneWriter,
    parameters: { 'instance.restart': '10s', 'failover.recover': '0.5s' },
  },
  tables: [fourAccounts],
  script: [
    types('100ms', 'ann', 'BEGIN'),
    types('200ms', 'ann', 'UPDATE account SET balance = 0 WHERE id = 1'),
    types('300ms', 'bob', 'UPDATE account SET balance = 50 WHERE id = 2'),
    { at: '500ms', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '600ms', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
    types('650ms', 'ann', 'COMMIT'),
    types('11.3s', 'eve', 'SELECT id, balance FROM account WHERE id < 3'),
  ],
  until: '11.6s',
  expect: [
    { fact: 'SqlTransactionEnded', where: { session: 'bob', outcome: 'committed' } },
    { fact: 'StatementRefused', where: { session: 'ann', code: '2013' } },
    { fact: 'UndoEnded', where: { transactions: 1 } },
    { fact: 'StatementAnswered', where: { session: 'eve', rows: 2 } },
    lawsHold,
  ],
}
