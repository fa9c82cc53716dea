/**
 * Sessions type at random while things break and heal: no law breaks, every statement is answered
 * in the end, and the run is the same whether it is played at a stretch or gone back in.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digest } from '../../digest.ts'
import { apply, restore, save } from '../../simulation.ts'
import { playFor, recordsOf, setSqlStage, settle, type SqlStage } from '../../testing/sqlStage.ts'

const reader = { id: 'r1', az: 'a' as const, role: 'reader' as const }

const statement = fc.oneof(
  {
    arbitrary: fc.constantFrom('BEGIN', 'COMMIT', 'ROLLBACK', 'SAVEPOINT s', 'ROLLBACK TO s'),
    weight: 3,
  },
  {
    arbitrary: fc.nat(4).map(id => `UPDATE account SET balance = balance + 1 WHERE id = ${id}`),
    weight: 4,
  },
  { arbitrary: fc.nat(9).map(id => `INSERT INTO account VALUES (${id}, 1)`), weight: 2 },
  { arbitrary: fc.nat(9).map(id => `DELETE FROM account WHERE id = ${id}`), weight: 1 },
  {
    arbitrary: fc.nat(4).map(id => `SELECT balance FROM account WHERE id >= ${id} FOR UPDATE`),
    weight: 1,
  },
  { arbitrary: fc.constant('SELECT sum(balance) FROM account'), weight: 1 },
  {
    arbitrary: fc.constantFrom(
      'SELEC',
      'SELECT a FROM nowhere',
      'CREATE TABLE t (a int)',
      'DROP TABLE t',
    ),
    weight: 1,
  },
)

const typed = fc.record({
  session: fc.constantFrom('ann', 'bob', 'eve'),
  text: statement,
  on: fc.option(fc.constantFrom('cluster', 'reader', 'w1'), { nil: undefined, freq: 6 }),
})

const trouble = fc.oneof(
  fc.constant({ do: 'InjectFault', fault: 'InstanceCrash', target: 'w1', for: '1us' } as const),
  fc.constant({ do: 'InjectFault', fault: 'InstanceCrash', target: 'r1', for: '1us' } as const),
  fc.constant({ do: 'InjectFault', fault: 'AzOutage', target: 'az-c', for: '500ms' } as const),
  fc.constant({ do: 'InjectFault', fault: 'LinkCut', target: 'w1<>az-a', for: '300ms' } as const),
)

const step = fc.record({
  wait: fc.nat(60_000),
  what: fc.oneof({ arbitrary: typed, weight: 12 }, { arbitrary: trouble, weight: 1 }),
})

type Step = {
  wait: number
  what: { session: string; text: string; on?: string | undefined } | { do: 'InjectFault' }
}

function play(stage: SqlStage, steps: Step[]): void {
  for (const { wait, what } of steps) {
    if ('do' in what) apply(stage.simulation, what as Parameters<typeof apply>[1])
    else {
      const { on, ...its } = what
      apply(stage.simulation, { do: 'RunSql', ...its, ...(on === undefined ? {} : { on }) })
    }
    playFor(stage, wait)
  }
}

const hurried = {
  'instance.restart': '10s',
  'failover.recover': '0s',
  'instance.lockWaitTimeout': '1s',
}

test.each(['mysql', 'postgresql'] as const)(
  'J3–J10: %s, whatever is typed and whatever breaks, no law breaks and all is answered',
  edition => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), fc.nat(30), (steps, at) => {
        const stage = setSqlStage({
          cluster: { edition, instances: [{ id: 'w1', az: 'b' }, reader], parameters: hurried },
        })
        play(stage, steps.slice(0, at))
        const checkpoint = save(stage.simulation)
        const rest = steps.slice(at)
        play(stage, rest)
        const straight = digest(stage.simulation)
        restore(stage.simulation, checkpoint)
        play(stage, rest)
        expect(digest(stage.simulation)).toBe(straight)
        for (let turn = 0; turn < 5; turn++) {
          for (const session of ['ann', 'bob', 'eve']) {
            const text = edition === 'mysql' ? 'ROLLBACK' : 'ROLLBACK'
            apply(stage.simulation, { do: 'RunSql', session, text })
          }
          playFor(stage, 30_000_000)
          settle(stage)
        }
        expect(stage.simulation.broken).toBeNull()
        expect(recordsOf(stage).filter(({ status }) => status === 'waiting')).toEqual([])
      }),
      { numRuns: 15 },
    )
  },
  120_000,
)
