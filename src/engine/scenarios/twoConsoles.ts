/**
 * Two consoles at one writer change the same two rows in opposite order. Each holds what the other
 * wants; InnoDB finds the cycle when the second wait begins, and rolls one transaction back.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { fourAccounts, oneWriter, types, typingPace } from './statements.ts'

export const twoConsoles: Scenario = {
  version: 1,
  name: 'two-consoles',
  title: 'Two consoles, two rows: who goes on?',
  question: 'Ann changes row 1 and wants row 2; Bob changes row 2 and wants row 1. Who goes on?',
  tags: ['sql', 'locks'],
  seed: 70,
  pace: typingPace,
  cluster: oneWriter,
  tables: [fourAccounts],
  script: [
    types('100ms', 'ann', 'BEGIN'),
    types('200ms', 'bob', 'BEGIN'),
    types('300ms', 'ann', 'UPDATE account SET balance = balance - 10 WHERE id = 1'),
    types('400ms', 'bob', 'UPDATE account SET balance = balance - 20 WHERE id = 2'),
    types('500ms', 'ann', 'UPDATE account SET balance = balance + 10 WHERE id = 2'),
    types('700ms', 'bob', 'UPDATE account SET balance = balance + 20 WHERE id = 1'),
    types('900ms', 'ann', 'COMMIT'),
    types('1s', 'ann', 'SELECT id, balance FROM account ORDER BY id'),
  ],
  until: '1.2s',
  expect: [
    { fact: 'LockWaitBegan', where: { session: 'ann' }, within: ['500ms', '600ms'] },
    { fact: 'DeadlockFound', within: ['700ms', '750ms'], count: { min: 1, max: 1 } },
    { fact: 'StatementRefused', where: { session: 'bob', code: '1213' } },
    { fact: 'SqlTransactionEnded', where: { session: 'ann', outcome: 'committed' } },
    lawsHold,
  ],
}
