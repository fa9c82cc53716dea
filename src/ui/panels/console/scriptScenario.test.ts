/** A case of a script as a run: cluster, setup, levels; and back into a file. */
import { describe, expect, it } from 'vitest'
import type { InterleavingCase } from '../../../engine/contract/interleaving.ts'
import { parseInterleaving } from '../../../engine/formats/parseInterleaving.ts'
import { parseScenario } from '../../../engine/formats/parseScenario.ts'
import { microsOfGap } from './microsOfGap.ts'
import { scriptText } from './saveScript.ts'
import { inTexts, scriptScenario, sessionsOf, setupStatements } from './scriptScenario.ts'
import { transcriptOf } from './transcript.ts'

const gap = 'settled' as const

const read: InterleavingCase = {
  id: 'one',
  edition: 'mysql',
  release: '8.0',
  isolation: 'read committed',
  topology: 'single-master',
  on: { bob: 'r1' },
  setup: {
    kind: 'table',
    table: 'person',
    columns: ['id', 'name', 'balance decimal(10, 2)'],
    rows: [
      [1, "O'Hara\\", '1.50'],
      [2, null, '2.00'],
    ],
  },
  steps: [
    { session: 'ann', sql: 'BEGIN', gap },
    { session: 'any', sql: 'SELECT 1', gap },
    { session: 'bob', sql: 'COMMIT', gap },
  ],
}

describe('a script as a run', () => {
  const scenario = scriptScenario(read, { title: 'A script', question: 'Is it?' })

  it('is a scenario that the engine reads', () => {
    expect(parseScenario(JSON.stringify(scenario))).toMatchObject({ ok: true })
  })

  it('sets the table up in the words of the edition', () => {
    expect(setupStatements(read)).toEqual([
      'CREATE TABLE person (id int primary key, name varchar(255), balance decimal(10, 2))',
      "INSERT INTO person VALUES (1, 'O''Hara\\\\', '1.50'), (2, NULL, '2.00')",
    ])
  })

  it('gives every session its place and its level, `any` a name of its own', () => {
    expect(sessionsOf(read)).toEqual(['ann', 'any-2', 'bob'])
    expect(scenario.cluster.instances.map(({ id }) => id)).toEqual(['w1', 'r1'])
    const levels = scenario.script?.slice(1)
    expect(levels).toMatchObject([
      { session: 'ann', on: 'w1', text: 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED' },
      { session: 'any-2', on: 'w1' },
      { session: 'bob', on: 'r1' },
    ])
  })

  it('joins the statements of the setup into as few texts as the engine takes', () => {
    expect(inTexts(['a', 'b'])).toEqual(['a;\nb'])
    expect(inTexts(new Array(101).fill('a'))).toHaveLength(2)
    expect(inTexts(['x'.repeat(6_000), 'y'.repeat(6_000)])).toHaveLength(2)
  })
})

it('is saved as a file that can be opened again, with what was typed and what is to come', () => {
  const typed = { session: 'ann', on: 'w1', text: 'BEGIN', submittedAt: 9, finishedAt: 9 }
  const before = { ...typed, text: 'SET SESSION x', submittedAt: 3 }
  const records = [before, typed].map(its => ({ ...its, status: 'ok' as const }))
  const lines = transcriptOf(records, { from: 5, at: 10 })
  const state = {
    planned: [{ id: 1, session: 'bob', sql: 'COMMIT' }],
    sessions: [],
    script: { title: 'A script', question: '', cases: [read], chosen: 0 },
  }
  const running = [{ name: 'bob', on: 'r1' }]
  const ground = { edition: 'mysql' as const, running, isSeveral: false }
  const again = parseInterleaving(scriptText(lines, state, ground))
  expect(again).toMatchObject({
    ok: true,
    cases: [
      {
        ...read,
        steps: [
          { session: 'ann', sql: 'BEGIN' },
          { session: 'bob', sql: 'COMMIT' },
        ],
      },
    ],
  })
})

describe('a script for several writers', () => {
  const on = { ann: 'w1', bob: 'w3' }
  const steps = [
    { session: 'ann', sql: 'BEGIN', gap: '40ms' },
    { session: 'bob', sql: 'SELECT 1', gap: '1.5s' },
  ] as InterleavingCase['steps']
  const several: InterleavingCase = {
    ...{ ...read, release: '5.6', topology: 'multi-master', on, steps },
  }

  it('is a cluster of as many writers, where a step can be timed to the lag', () => {
    const scenario = scriptScenario(several, { title: 'Three writers', question: 'Who sees it?' })
    const parsed = parseScenario(JSON.stringify(scenario))
    expect(parsed).toMatchObject({ ok: true, setup: { topology: 'multi-master' } })
    expect(scenario.cluster.instances.map(({ id }) => id)).toEqual(['w1', 'w2', 'w3'])
  })

  it('keeps the time between its steps when it is saved', () => {
    const planned = steps.map(({ session, sql, gap }, id) => {
      return { id, session, sql, gapMicros: microsOfGap(gap)! }
    })
    const script = { title: 'A script', question: '', cases: [several], chosen: 0 }
    const ground = { edition: 'mysql' as const, running: [], isSeveral: true }
    const again = parseInterleaving(scriptText([], { planned, sessions: [], script }, ground))
    expect(again).toMatchObject({ ok: true, cases: [{ topology: 'multi-master' }] })
    expect(again.ok && again.cases[0]!.steps.map(({ gap }) => gap)).toEqual([
      '40000us',
      '1500000us',
    ])
  })
})
