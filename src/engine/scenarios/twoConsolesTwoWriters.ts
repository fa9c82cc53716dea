/**
 * Two consoles at two writers. What would be a wait inside one writer is error 1213 between two:
 * different rows of a page within a millisecond, then a row of a transaction that is still open.
 * A commit is read elsewhere after the lag, or at once by a session that waits for it.
 */
import type { Commands } from '../contract/commands.ts'
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { fourAccounts } from './statements.ts'
import { writersOf } from './writers.ts'

type Typed = { at: string; do: 'RunSql' } & Commands['RunSql']

function types(at: string, session: string, on: string, text: string): Typed {
  return { at, do: 'RunSql', session, on, text }
}

const regional = "SET SESSION aurora_mm_session_consistency_level = 'REGIONAL_RAW'"

export const twoConsolesTwoWriters: Scenario = {
  version: 1,
  name: 'two-consoles-two-writers',
  title: 'Two consoles at two writers: who waits?',
  question: 'Ann types at one writer, Bob at the other, about the same rows. Who waits for whom?',
  tags: ['multi-master', 'sql', 'conflict', 'lag'],
  seed: 76,
  opensAt: '99ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '105ms', speed: '1/100' },
    { from: '199ms', speed: '1/1000' },
    { from: '205ms', speed: '1/100' },
    { from: '299ms', speed: '1/1000' },
    { from: '308ms', speed: '1/60' },
    { from: '449ms', speed: '1/1000' },
    { from: '453ms', speed: '1/100' },
  ],
  cluster: writersOf(2, { 'multiMaster.replicationLag': '30ms' }),
  tables: [fourAccounts],
  script: [
    types('100ms', 'ann', 'w1', 'UPDATE account SET balance = balance - 1 WHERE id = 1'),
    types('1.2ms+', 'bob', 'w2', 'UPDATE account SET balance = balance - 1 WHERE id = 2'),
    types('200ms', 'ann', 'w1', 'BEGIN; UPDATE account SET balance = balance - 1 WHERE id = 1'),
    types('300ms', 'bob', 'w2', 'UPDATE account SET balance = balance + 1 WHERE id = 1'),
    types('305ms', 'ann', 'w1', 'COMMIT'),
    types('320ms', 'bob', 'w2', 'SELECT id, balance FROM account WHERE id = 1'),
    types('450ms', 'ann', 'w1', 'UPDATE account SET balance = balance - 1 WHERE id = 1'),
    types('453ms', 'bob', 'w2', regional),
    types('456ms', 'bob', 'w2', 'SELECT id, balance FROM account WHERE id = 1'),
  ],
  until: '520ms',
  expect: [
    {
      fact: 'TransactionRolledBack',
      where: { application: 'bob', cause: ['inFlight', 'staleBase'] },
      within: ['100ms', '110ms'],
      count: { min: 1, max: 1 },
    },
    {
      fact: 'TransactionRolledBack',
      where: { application: 'bob', cause: 'rowOwned', winner: 'w1' },
      within: ['300ms', '305ms'],
    },
    { fact: 'LockWaitBegan', count: { max: 0 } },
    { fact: 'RegionalReadWaited', where: { instance: 'w2' }, within: ['456ms', '490ms'] },
    lawsHold,
  ],
}
