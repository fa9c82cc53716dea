/** Long statements stop for breath, and come to the same. */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import { advance, beginStatement } from '../advance.ts'
import type { Outcome } from '../execution.ts'
import { createBench } from '../testing/sqlBench.ts'
import { rowsOfBreath } from './breathe.ts'

const rows = 5 * rowsOfBreath

function benchOf(dialect: Dialect) {
  const columns = ['id int primary key', 'price int']
  const tables = [{ name: 'item', columns, rows }]
  return createBench({ dialect, parseSql, parseColumn, tables })
}

/** How often it stops for breath, and how it ends. */
function play(bench: ReturnType<typeof benchOf>, text: string): { breaths: number; last: Outcome } {
  bench.run('ann', 'SELECT 1')
  const number = bench.sessionNumber('ann')
  const [parsed] = parseSql(text, bench.relations.dialect)
  if (!parsed?.ok) throw new Error(text)
  const { statement } = parsed
  beginStatement(bench.relations, bench.desk, number, { statement, text, now: bench.host.now })
  let breaths = 0
  for (;;) {
    const last = advance(bench, number)
    if (last.state !== 'breath') return { breaths, last }
    breaths++
  }
}

test.each(['mysql-8.0', 'postgresql-16'] as const)('J5: a long SELECT of %s breathes', dialect => {
  const { breaths, last } = play(benchOf(dialect), 'SELECT count(*) FROM item WHERE price = 100')
  expect(breaths).toBeGreaterThanOrEqual(4)
  expect(last).toMatchObject({ state: 'answered', answer: { rows: [[rows]] } })
})

test.each(['mysql-8.0', 'postgresql-16'] as const)('J5: a long UPDATE of %s breathes', dialect => {
  const bench = benchOf(dialect)
  bench.run('ann', 'BEGIN')
  const { breaths, last } = play(bench, 'UPDATE item SET price = price + id')
  expect(breaths).toBeGreaterThanOrEqual(4)
  expect(last).toMatchObject({ state: 'answered', answer: { affected: rows } })
  const sum = bench.run('ann', 'SELECT sum(price) FROM item WHERE id <= 3')
  expect(Number(sum.rows?.[0]?.[0])).toBe(306)
})

test('J5: what has been paid by breaths is not paid again with the answer', () => {
  const { breaths, last } = play(benchOf('mysql-8.0'), 'SELECT max(id) FROM item WHERE price > 0')
  if (last.state !== 'answered') throw new Error(last.state)
  expect(breaths * rowsOfBreath + last.answer.visited).toBe(rows)
})

test('J5: a subquery is read in one breath', () => {
  const text = 'SELECT (SELECT count(*) FROM item) AS n'
  expect(play(benchOf('mysql-8.0'), text)).toMatchObject({ breaths: 0 })
})
