/** Tunables of typed SQL: how long locks are waited for, and how much one statement may do. */
import type { ParameterCard } from './parameterRow.ts'

export const sqlParameters = {
  'instance.lockWaitTimeout': {
    number: 114,
    range: ['1s', '600s'],
    basis: 'published',
    source: 'UG22: innodb_lock_wait_timeout',
    summary: 'MySQL: how long a statement waits for a lock before error 1205 undoes it.',
  },
  'instance.deadlockTimeout': {
    number: 115,
    range: ['0.01s', '60s'],
    basis: 'published',
    source: 'PostgreSQL manual',
    summary: 'PostgreSQL: how long a lock is waited for before a deadlock is looked for.',
  },
  'instance.lockTimeout': {
    number: 116,
    range: ['0s', '600s'],
    basis: 'assumption',
    source: 'recalled from the PostgreSQL manual',
    summary: 'PostgreSQL: how long a statement waits for a lock before error 55P03; 0 = for ever.',
  },
  'instance.ssiTuplesPerPage': {
    number: 117,
    range: [1, 1_000],
    basis: 'assumption',
    source: 'recalled from the PostgreSQL manual',
    summary:
      'PostgreSQL SERIALIZABLE: with more rows of a page read, the whole page counts as read.',
  },
  'instance.readerConflictDelay': {
    number: 118,
    range: ['0s', '600s'],
    basis: 'assumption',
    source: 'recalled: max_standby_streaming_delay of Aurora',
    summary: 'PostgreSQL reader: how long a read may keep replay waiting before error 40001.',
  },
  'sql.scanRows': {
    number: 119,
    range: [100, 10_000_000],
    basis: 'assumption',
    source: 'a bound of the playground',
    summary: 'Rows that one statement may look at; beyond that it is refused.',
  },
  'sql.cpuPerScannedRow': {
    number: 120,
    range: ['0us', '1000us'],
    basis: 'assumption',
    source: 'not published',
    summary: 'CPU time for each further row that a statement looks at.',
  },
} as const satisfies Record<string, ParameterCard>
