/**
 * Ann locks what is not there: a range without rows. InnoDB locks the gap, so that no phantom comes
 * in, and whoever wants to put a row there waits (reference multi-master, E4). At READ COMMITTED
 * there is no gap lock and nobody waits (reference multi-master, E5).
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { fourAccounts, oneWriter, types, typingPace } from './statements.ts'

const nothing = 'SELECT id FROM account WHERE id BETWEEN 10 AND 20 FOR UPDATE'

export const theGapLock: Scenario = {
  version: 1,
  name: 'the-gap-lock',
  title: 'Can one lock what is not there?',
  question: 'Ann locks rows 10 to 20, and there are none. May Bob put row 15 in?',
  tags: ['sql', 'locks'],
  seed: 73,
  pace: typingPace,
  cluster: oneWriter,
  tables: [fourAccounts],
  script: [
    types('100ms', 'ann', 'BEGIN'),
    types('200ms', 'ann', nothing),
    types('300ms', 'bob', 'INSERT INTO account VALUES (15, 100)'),
    types('600ms', 'ann', 'COMMIT'),
    types('700ms', 'ann', 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'),
    types('800ms', 'ann', 'BEGIN'),
    types('900ms', 'ann', nothing.replace('10 AND 20', '30 AND 40')),
    types('1s', 'bob', 'INSERT INTO account VALUES (35, 100)'),
    types('1.1s', 'ann', 'COMMIT'),
  ],
  until: '1.3s',
  expect: [
    { fact: 'LockWaitBegan', where: { session: 'bob' }, count: { min: 1, max: 1 } },
    {
      fact: 'LockWaitEnded',
      where: { session: 'bob', outcome: 'granted' },
      within: ['600ms', '650ms'],
    },
    { fact: 'StatementRefused', count: { max: 0 } },
    lawsHold,
  ],
}
