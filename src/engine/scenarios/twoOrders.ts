/**
 * Two writers commit at the same time on two pages; a reader at each sees its own writer's commit
 * and not yet the other's. No single order of the two commits explains both: a long fork. By
 * `REGIONAL_RAW` both wait and see both (reference multi-master §4.1).
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

const readBoth = 'BEGIN; SELECT id, balance FROM account WHERE id IN (1, 3); COMMIT'
const regional = "SET aurora_mm_session_consistency_level = 'REGIONAL_RAW'"

export const twoOrders: Scenario = {
  version: 1,
  name: 'two-orders',
  title: 'Which of two commits came first?',
  question: 'Two writers commit at once. Do readers at both agree on what came first?',
  tags: ['multi-master', 'sql', 'consistency', 'isolation'],
  seed: 78,
  opensAt: '99ms',
  pace: [
    { from: '0s', speed: '1/600' },
    { from: '122ms', speed: '1/60' },
    { from: '299ms', speed: '1/600' },
    { from: '350ms', speed: '1/60' },
  ],
  cluster: writersOf(2, { 'multiMaster.replicationLag': '30ms' }),
  tables: [{ ...fourAccounts, rowsPerPage: 2 }],
  script: [
    types('100ms', 'ann', 'w1', 'UPDATE account SET balance = 10 WHERE id = 1'),
    types('100ms', 'bob', 'w2', 'UPDATE account SET balance = 30 WHERE id = 3'),
    types('110ms', 'eve', 'w1', readBoth),
    types('110ms', 'dan', 'w2', readBoth),
    types('250ms', 'eve', 'w1', regional),
    types('250ms', 'dan', 'w2', regional),
    types('300ms', 'ann', 'w1', 'UPDATE account SET balance = 11 WHERE id = 1'),
    types('300ms', 'bob', 'w2', 'UPDATE account SET balance = 33 WHERE id = 3'),
    types('310ms', 'eve', 'w1', readBoth),
    types('310ms', 'dan', 'w2', readBoth),
  ],
  until: '400ms',
  expect: [
    { fact: 'SqlTransactionEnded', where: { outcome: 'committed' }, count: { min: 8 } },
    { fact: 'RegionalReadWaited', within: ['310ms', '345ms'], count: { min: 2 } },
    { fact: 'TransactionRolledBack', count: { max: 0 } },
    lawsHold,
  ],
}
