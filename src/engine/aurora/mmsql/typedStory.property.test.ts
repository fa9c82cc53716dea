/**
 * Sessions type at random at two or three writers while writers, nodes and links fail and heal: no
 * law breaks, every statement is answered in the end, all writers end up with the same rows, and
 * the run is the same whether it is played at a stretch or gone back in. J20–J27.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digest } from '../../digest.ts'
import { apply, restore, save } from '../../simulation.ts'
import { playFor, recordsOf, run, settle, type SqlStage } from '../../testing/sqlStage.ts'
import { setWriters } from '../../testing/setWriters.ts'

const statement = fc.oneof(
  { arbitrary: fc.constantFrom('BEGIN', 'COMMIT', 'ROLLBACK', 'SAVEPOINT s'), weight: 3 },
  { arbitrary: fc.constant('ROLLBACK TO s'), weight: 1 },
  {
    arbitrary: fc.nat(4).map(id => `UPDATE account SET balance = balance + 1 WHERE id = ${id}`),
    weight: 5,
  },
  { arbitrary: fc.nat(9).map(id => `INSERT INTO account VALUES (${id}, 1)`), weight: 2 },
  { arbitrary: fc.nat(9).map(id => `DELETE FROM account WHERE id = ${id}`), weight: 1 },
  {
    arbitrary: fc.nat(4).map(id => `SELECT balance FROM account WHERE id >= ${id} FOR UPDATE`),
    weight: 1,
  },
  { arbitrary: fc.constant('SELECT sum(balance) FROM account'), weight: 2 },
  {
    arbitrary: fc.constantFrom(
      "SET SESSION aurora_mm_session_consistency_level = 'REGIONAL_RAW'",
      "SET SESSION aurora_mm_session_consistency_level = 'INSTANCE_RAW'",
      'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    ),
    weight: 1,
  },
  {
    arbitrary: fc.constantFrom(
      'CREATE TABLE note (id int auto_increment primary key, word int)',
      'INSERT INTO note (word) VALUES (1), (2)',
      'ALTER TABLE account ADD COLUMN word int',
      'ALTER TABLE account DROP COLUMN word',
      'CREATE INDEX by_balance ON account (balance)',
      'DROP TABLE note',
    ),
    weight: 1,
  },
)

const typed = fc.record({
  session: fc.constantFrom('ann', 'bob', 'eve', 'sam'),
  text: statement,
  on: fc.option(fc.constantFrom('cluster', 'w1', 'w2', 'w3'), { nil: undefined, freq: 3 }),
})

function fault(kind: string, target: string, lasts: string) {
  return fc.constant({ do: 'InjectFault', fault: kind, target, for: lasts } as const)
}

const trouble = fc.oneof(
  fault('InstanceCrash', 'w1', '1us'),
  fault('InstanceCrash', 'w2', '1us'),
  fault('AzOutage', 'az-c', '500ms'),
  fault('LinkCut', 'w1<>w2', '300ms'),
  fault('LinkCut', 'w1<>az-a', '300ms'),
)

const step = fc.record({
  wait: fc.nat(60_000),
  what: fc.oneof({ arbitrary: typed, weight: 14 }, { arbitrary: trouble, weight: 1 }),
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

/** Choices where sources are silent, some of them made the other way. */
const choices = fc
  .subarray([
    'ErrorAfterUndo',
    'SurvivorsUndo',
    'ProbeFailsFast',
    'OwnedRowWaits',
    'DdlRefuses',
    'CausalRedo',
    'RefusedStays',
    'EndpointStays',
    'Pipelined',
    'RandomTie',
    'Arbiter',
    'SharedUndo',
    'WriteTracker',
    'ColdStart',
  ])
  .map(names => Object.fromEntries(names.map(name => [`multiMaster.choice${name}`, 1])))

/** It changes other rows of the same pages. */
const shop = {
  ...({ id: 'shop', kind: 'sessions', on: 'w1', sessions: 2, think: '300ms' } as const),
  transaction: { reads: 1, writes: 1 },
  keys: { table: 'account', pattern: 'uniform' as const },
}

const hurried = { 'instance.restart': '10s', 'instance.lockWaitTimeout': '1s' }

function bringToRest(stage: SqlStage): void {
  for (let turn = 0; turn < 4; turn++) {
    for (const session of ['ann', 'bob', 'eve', 'sam']) {
      apply(stage.simulation, { do: 'RunSql', session, text: 'ROLLBACK' })
    }
    playFor(stage, 15_000_000)
    settle(stage)
  }
}

const steps = fc.array(step, { minLength: 5, maxLength: 40 })

test.each([2, 3])(
  'J20–J27: %s writers, whatever is typed and whatever breaks, no law breaks and all agree',
  count => {
    fc.assert(
      fc.property(steps, fc.nat(30), choices, fc.boolean(), (typed, at, chosen, isBusy) => {
        const more = { groups: 2, workload: isBusy ? [shop] : [] }
        const stage = setWriters(count, { ...hurried, ...chosen }, more)
        play(stage, typed.slice(0, at))
        const checkpoint = save(stage.simulation)
        const rest = typed.slice(at)
        play(stage, rest)
        const straight = digest(stage.simulation)
        restore(stage.simulation, checkpoint)
        play(stage, rest)
        expect(digest(stage.simulation)).toBe(straight)
        bringToRest(stage)
        expect(stage.simulation.broken).toBeNull()
        expect(recordsOf(stage).filter(({ status }) => status === 'waiting')).toEqual([])
        const [first, ...others] = ['w1', 'w2', 'w3'].slice(0, count).map(on => {
          return run(stage, `last ${on}`, 'SELECT * FROM account', on).rows
        })
        for (const rows of others) expect(rows).toEqual(first)
      }),
      { numRuns: 10 },
    )
  },
  180_000,
)
