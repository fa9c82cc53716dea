/**
 * Two doctors are on call and one must stay. Each looks, sees two, and goes. Under REPEATABLE READ
 * of PostgreSQL both are gone; under SERIALIZABLE the second one is refused (40001), since what it
 * read fits into no order (reference multi-master §4.1, E6).
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { oneWriter, types, typingPace } from './statements.ts'

const count = 'SELECT count(*) FROM doctor WHERE shift = 100'

export const writeSkew: Scenario = {
  version: 1,
  name: 'write-skew',
  title: 'Do both doctors go home?',
  question: 'Ann and Bob each see two on call and go home. At which level does one of them stay?',
  tags: ['sql', 'isolation', 'postgresql'],
  seed: 72,
  pace: typingPace,
  cluster: { ...oneWriter, edition: 'postgresql' },
  tables: [
    { name: 'doctor', columns: ['id int primary key', 'shift int'], rows: 2, rowsPerPage: 8 },
  ],
  script: [
    types('100ms', 'ann', 'BEGIN ISOLATION LEVEL REPEATABLE READ'),
    types('150ms', 'bob', 'BEGIN ISOLATION LEVEL REPEATABLE READ'),
    types('200ms', 'ann', count),
    types('250ms', 'bob', count),
    types('300ms', 'ann', 'UPDATE doctor SET shift = 0 WHERE id = 1'),
    types('350ms', 'bob', 'UPDATE doctor SET shift = 0 WHERE id = 2'),
    types('400ms', 'ann', 'COMMIT'),
    types('450ms', 'bob', 'COMMIT'),
    types('500ms', 'ann', count),
    types('600ms', 'ann', 'UPDATE doctor SET shift = 100'),
    types('700ms', 'ann', 'BEGIN ISOLATION LEVEL SERIALIZABLE'),
    types('750ms', 'bob', 'BEGIN ISOLATION LEVEL SERIALIZABLE'),
    types('800ms', 'ann', count),
    types('850ms', 'bob', count),
    types('900ms', 'ann', 'UPDATE doctor SET shift = 0 WHERE id = 1'),
    types('950ms', 'bob', 'UPDATE doctor SET shift = 0 WHERE id = 2'),
    types('1s', 'ann', 'COMMIT'),
    types('1.05s', 'bob', 'COMMIT'),
    types('1.1s', 'ann', count),
  ],
  until: '1.3s',
  expect: [
    { fact: 'SerializationFailed', within: ['0s', '700ms'], count: { max: 0 } },
    { fact: 'SerializationFailed', within: ['700ms', '1.3s'], count: { min: 1, max: 1 } },
    { fact: 'StatementRefused', where: { code: '40001' }, within: ['700ms', '1.3s'] },
    lawsHold,
  ],
}
