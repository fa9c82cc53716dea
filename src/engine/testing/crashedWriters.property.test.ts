/**
 * Random statements while writers die and come back, judged by their own history: nobody reads what
 * was rolled back or not yet final, and no transaction stays without an end (rules G1, G5, G17).
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepHistory } from '../judgeRun.ts'
import { apply } from '../simulation.ts'
import { setWriters } from './setWriters.ts'
import { playFor, setSqlStage, type SqlStage, type } from './sqlStage.ts'

const statement = fc.oneof(
  fc.nat(4).map(id => `SELECT * FROM account WHERE id = ${id}`),
  fc.constantFrom(95, 105).map(sum => `SELECT * FROM account WHERE balance > ${sum}`),
  fc.nat(4).map(id => `UPDATE account SET balance = balance + 7 WHERE id = ${id}`),
  fc.integer({ min: 3, max: 8 }).map(id => `INSERT INTO account VALUES (${id}, 107)`),
  fc.nat(8).map(id => `DELETE FROM account WHERE id = ${id}`),
  fc.constantFrom('BEGIN', 'COMMIT', 'ROLLBACK', 'SAVEPOINT s', 'ROLLBACK TO s'),
)

const steps = fc.array(
  fc.record({
    session: fc.constantFrom('ann', 'bob', 'eve'),
    text: statement,
    wait: fc.constantFrom(0, 300, 3000, 60_000),
    /** Which writer dies behind it, by place among the sessions. */
    crash: fc.option(fc.nat(2), { freq: 15, nil: undefined }),
  }),
  { minLength: 6, maxLength: 40 },
)

type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never

const hurried = {
  'instance.restart': '10s',
  'instance.lockWaitTimeout': '1s',
  'failover.recover': '0s',
}

const stages: Record<string, [homes: string[], set: () => SqlStage]> = {
  'one writer': [['w1', 'w1', 'w1'], () => setSqlStage({ cluster: { parameters: hurried } })],
  'two writers': [['w1', 'w2', 'w2'], () => setWriters(2, hurried)],
  'three writers': [['w1', 'w2', 'w3'], () => setWriters(3, hurried)],
}

function play(stage: SqlStage, homes: string[], given: Steps): void {
  const homeOf = (session: string) => homes[['ann', 'bob', 'eve'].indexOf(session)]!
  for (const { session, text, wait, crash } of given) {
    type(stage, session, text, homeOf(session))
    if (crash !== undefined) {
      const target = homes[crash]!
      apply(stage.simulation, { do: 'InjectFault', fault: 'InstanceCrash', target, for: '1us' })
    }
    playFor(stage, wait)
  }
  for (const session of ['ann', 'bob', 'eve']) type(stage, session, 'COMMIT', homeOf(session))
  playFor(stage, 60_000_000)
}

test.each(Object.keys(stages))('rules G1, G5, G17: %s, whoever dies', name => {
  const [homes, set] = stages[name]!
  fc.assert(
    fc.property(steps, given => {
      const stage = set()
      const verdict = keepHistory(stage.simulation)
      play(stage, homes, given)
      expect(stage.simulation.broken).toBeNull()
      const { levels, anomalies, counts } = verdict()
      expect(counts.open).toBe(0)
      expect(levels['read-committed'], JSON.stringify(anomalies)).toBe(true)
    }),
    { numRuns: 15 },
  )
})
