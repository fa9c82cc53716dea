/**
 * Four sessions that type without a pause at a table of 100,000 rows, each statement at another
 * row: one change for three reads, about a thousand statements a second of model time.
 */
import type { Scenario, Setup } from '../../src/engine/contract/scenario.ts'
import { parseScenario } from '../../src/engine/answers.ts'

const rows = 100_000
const sessions = ['ann', 'bob', 'eve', 'joe']
const textsOfEach = 2_400
const statementsOfText = 100
/** Coprime to the rows, so that all of them have their turn. */
const stride = 7_919

function statement(turn: number): string {
  const id = 1 + ((turn * stride) % rows)
  const isChange = turn % 4 === 0
  if (isChange) return `UPDATE account SET balance = balance + 1 WHERE id = ${id}`
  return `SELECT balance FROM account WHERE id = ${id}`
}

function textOf(first: number): string {
  const turns = Array.from({ length: statementsOfText }, (_, k) => first + k)
  return turns.map(statement).join(';')
}

function scriptOf(): Scenario['script'] {
  const texts = Array.from({ length: textsOfEach }, (_, text) => text)
  return texts.flatMap(text =>
    sessions.map((session, place) => ({
      at: `${1 + text * 400}ms`,
      do: 'RunSql' as const,
      session,
      text: textOf((text * sessions.length + place) * statementsOfText),
    })),
  )
}

export function typists(): Setup {
  const scenario: Scenario = {
    version: 1,
    name: 'typists',
    title: 'Typists',
    question: 'What do a thousand statements a second cost?',
    cluster: { instances: [{ id: 'w1', az: 'b', class: 'db.r5.2xlarge' }] },
    tables: [{ name: 'account', rows }],
    script: scriptOf()!,
    until: '960s',
  }
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error('typists do not parse')
  return parsed.setup
}
