/**
 * A session that moves from one writer to another may see less than it has seen: what it read there
 * has not come here yet. `REGIONAL_RAW` waits until it has (reference multi-master §4.1).
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

const read = 'SELECT balance FROM account WHERE id = 1'

export const hopBack: Scenario = {
  version: 1,
  name: 'hop-back',
  title: 'Can a session see less than it has seen?',
  question: 'Eve reads a new balance at one writer and asks the other. Is it still new?',
  tags: ['multi-master', 'sql', 'consistency', 'lag'],
  seed: 77,
  opensAt: '99ms',
  pace: [
    { from: '0s', speed: '1/600' },
    { from: '135ms', speed: '1/60' },
    { from: '299ms', speed: '1/600' },
    { from: '352ms', speed: '1/150' },
    { from: '408ms', speed: '1/40' },
  ],
  cluster: writersOf(2, { 'multiMaster.replicationLag': '100ms' }),
  tables: [fourAccounts],
  script: [
    types('100ms', 'ann', 'w1', 'UPDATE account SET balance = 50 WHERE id = 1'),
    types('106ms', 'eve', 'w1', read),
    types('112ms', 'eve', 'w2', read),
    types('300ms', 'ann', 'w1', 'UPDATE account SET balance = 40 WHERE id = 1'),
    types('306ms', 'eve', 'w1', read),
    types('310ms', 'eve', 'w2', "SET aurora_mm_session_consistency_level = 'REGIONAL_RAW'"),
    types('313ms', 'eve', 'w2', read),
  ],
  until: '500ms',
  expect: [
    { fact: 'StatementAnswered', where: { session: 'eve', isError: false }, count: { min: 5 } },
    { fact: 'RegionalReadWaited', where: { instance: 'w2' }, within: ['313ms', '420ms'] },
    lawsHold,
  ],
}
