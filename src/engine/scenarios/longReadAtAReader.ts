/**
 * A reader answers at its own point. Eve opens a transaction there and reads; Ann changes the row
 * at the writer and commits. Eve sees the old balance until her transaction is over, whatever the
 * reader has applied; a change she may not make at all (D-UG; reference multi-master §4.1).
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { writerAndReader } from './lostWriter.ts'
import { fourAccounts, types, typingPace } from './statements.ts'

const look = 'SELECT balance FROM account WHERE id = 1'

export const longReadAtAReader: Scenario = {
  version: 1,
  name: 'long-read-at-a-reader',
  title: 'What does a long read at a reader see?',
  question: 'Eve reads at r1 in one transaction, Ann changes the row at w1. What does Eve see?',
  tags: ['sql', 'readers', 'isolation'],
  seed: 75,
  pace: typingPace,
  cluster: writerAndReader,
  tables: [fourAccounts],
  script: [
    types('100ms', 'ann', 'UPDATE account SET balance = 90 WHERE id = 1'),
    { ...types('300ms', 'eve', 'BEGIN'), on: 'reader' },
    types('400ms', 'eve', look),
    types('500ms', 'ann', 'UPDATE account SET balance = 60 WHERE id = 1'),
    types('700ms', 'eve', look),
    types('800ms', 'eve', 'COMMIT'),
    types('900ms', 'eve', look),
    types('1s', 'eve', 'UPDATE account SET balance = 0 WHERE id = 1'),
  ],
  until: '1.2s',
  expect: [
    { fact: 'ReadViewTaken', where: { instance: 'r1' }, count: { min: 2 } },
    { fact: 'StatementRefused', where: { session: 'eve', kind: 'readOnly', code: '1290' } },
    {
      fact: 'SqlTransactionEnded',
      where: { session: 'ann', outcome: 'committed' },
      count: { min: 2 },
    },
    lawsHold,
  ],
}
