/**
 * Two consoles read the same balance, work something out and write it. REPEATABLE READ of MySQL
 * shows each its own snapshot and lets both writes pass: the first is lost (reference multi-master
 * §4.1, P4).
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { fourAccounts, oneWriter, types, typingPace } from './statements.ts'

export const lostUpdate: Scenario = {
  version: 1,
  name: 'lost-update',
  title: 'Can an update be lost?',
  question: 'Both read 100. Ann takes 30 away, Bob takes 50 away. What is left of the account?',
  tags: ['sql', 'isolation'],
  seed: 71,
  pace: typingPace,
  cluster: oneWriter,
  tables: [fourAccounts],
  script: [
    types('100ms', 'ann', 'BEGIN'),
    types('200ms', 'bob', 'BEGIN'),
    types('300ms', 'ann', 'SELECT balance FROM account WHERE id = 1'),
    types('400ms', 'bob', 'SELECT balance FROM account WHERE id = 1'),
    types('500ms', 'ann', 'UPDATE account SET balance = 70 WHERE id = 1'),
    types('600ms', 'bob', 'UPDATE account SET balance = 50 WHERE id = 1'),
    types('800ms', 'ann', 'COMMIT'),
    types('900ms', 'bob', 'COMMIT'),
    types('1s', 'ann', 'SELECT balance FROM account WHERE id = 1'),
  ],
  until: '1.2s',
  expect: [
    { fact: 'LockWaitEnded', where: { session: 'bob', outcome: 'granted' } },
    { fact: 'SqlTransactionEnded', where: { outcome: 'committed' }, count: { min: 3 } },
    { fact: 'StatementRefused', count: { max: 0 } },
    lawsHold,
  ],
}
