/**
 * Random programs at one writer, judged by their own history: each isolation level shows only the
 * anomalies that it permits (rules G10, G20–G22 beside the matrix I24).
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LevelName } from '../contract/history.ts'
import type { IsolationLevel } from '../contract/sql.ts'
import { keepHistory } from '../judgeRun.ts'
import { playFor, setSqlStage, type } from './sqlStage.ts'

const statement = fc.oneof(
  fc.nat(4).map(id => `SELECT * FROM account WHERE id = ${id}`),
  fc.constantFrom(95, 100, 105).map(sum => `SELECT * FROM account WHERE balance > ${sum}`),
  fc.nat(4).map(id => `UPDATE account SET balance = balance + 7 WHERE id = ${id}`),
  fc.constantFrom(95, 100).map(sum => `UPDATE account SET balance = 94 WHERE balance > ${sum}`),
  fc.integer({ min: 3, max: 8 }).map(id => `INSERT INTO account VALUES (${id}, 107)`),
  fc.nat(8).map(id => `DELETE FROM account WHERE id = ${id}`),
  fc.nat(4).map(id => `SELECT balance FROM account WHERE id = ${id} FOR UPDATE`),
  fc.constantFrom('COMMIT', 'ROLLBACK', 'SAVEPOINT s', 'ROLLBACK TO s'),
)

const steps = fc.array(
  fc.record({
    session: fc.constantFrom('ann', 'bob', 'eve'),
    text: statement,
    wait: fc.constantFrom(0, 300, 3000, 60_000),
  }),
  { minLength: 6, maxLength: 40 },
)

type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never
type Edition = 'mysql' | 'postgresql'

function begin(edition: Edition, level: IsolationLevel): string {
  if (edition === 'postgresql') return `BEGIN ISOLATION LEVEL ${level}`
  return `SET TRANSACTION ISOLATION LEVEL ${level}; BEGIN`
}

/** Every session is always in a transaction of the level. */
function judge(edition: Edition, level: IsolationLevel, given: Steps) {
  const parameters = { 'instance.lockWaitTimeout': '1s', 'instance.deadlockTimeout': '100ms' }
  const stage = setSqlStage({ cluster: { edition, parameters } })
  const verdict = keepHistory(stage.simulation)
  const start = begin(edition, level)
  for (const session of ['ann', 'bob', 'eve']) type(stage, session, start)
  for (const { session, text, wait } of given) {
    type(stage, session, text)
    if (text === 'COMMIT' || text === 'ROLLBACK') type(stage, session, start)
    playFor(stage, wait)
  }
  for (const session of ['ann', 'bob', 'eve']) type(stage, session, 'COMMIT')
  playFor(stage, 20_000_000)
  return verdict()
}

const promised: [Edition, IsolationLevel, LevelName][] = [
  ['mysql', 'read uncommitted', 'read-uncommitted'],
  ['mysql', 'read committed', 'read-committed'],
  ['mysql', 'repeatable read', 'read-committed'],
  ['mysql', 'serializable', 'strict-serializable'],
  ['postgresql', 'read committed', 'read-committed'],
  ['postgresql', 'repeatable read', 'strong-session-snapshot-isolation'],
  ['postgresql', 'serializable', 'strong-session-serializable'],
]

test.each(promised)('rules G10, G20: %s at %s holds %s', (edition, level, name) => {
  fc.assert(
    fc.property(steps, given => {
      const { levels, anomalies, counts } = judge(edition, level, given)
      expect(counts.open).toBe(0)
      expect(levels[name], JSON.stringify(anomalies)).toBe(true)
    }),
    { numRuns: 25 },
  )
})

test('rule G21: repeatable read of MySQL loses updates, that of PostgreSQL skews writes', () => {
  const names = (edition: Edition) => {
    const found = new Set<string>()
    fc.assert(
      fc.property(steps, given => {
        for (const { name } of judge(edition, 'repeatable read', given).anomalies) found.add(name)
      }),
      { numRuns: 40, seed: 7 },
    )
    return [...found]
  }
  expect(names('mysql')).toContain('lost-update')
  expect(names('postgresql')).not.toContain('lost-update')
})
