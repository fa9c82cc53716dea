/** Which index a WHERE is looked up in, and the ranges of it. */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import type { Scope } from '../expressions/scope.ts'
import { createBench } from '../testing/sqlBench.ts'
import { choosePath } from './choosePath.ts'

const columns = ['id int primary key', 'balance int', 'kind varchar(9)']

function pathOf(where: string, dialect: Dialect = 'mysql-8.0') {
  const tables = [{ name: 'account', columns, rows: 10 }]
  const bench = createBench({ dialect, parseSql, parseColumn, tables })
  bench.run('a', 'create index by_kind on account (kind, balance)')
  const [table] = bench.relations.tables.values()
  const [parsed] = parseSql(`select 1 from account where ${where}`, dialect)
  if (!parsed?.ok || parsed.statement.kind !== 'select') throw new Error(where)
  const scope: Scope = {
    dialect,
    tableName: 'account',
    columns: table!.columns,
    row: null,
    proposed: null,
    variable: () => undefined,
    sessionFunction: () => undefined,
    answerOf: () => [],
    outer: null,
  }
  const { index, ranges } = choosePath(table!, parsed.statement.where, scope)
  const name = table!.indexes[index]?.name ?? null
  return { name, ranges: ranges.map(({ low, high }) => [low, high]), first: ranges[0] }
}

test('I33: equality of a whole unique key is a point, a list is many', () => {
  expect(pathOf('id = 5 and balance > 3')).toMatchObject({ name: 'PRIMARY', ranges: [[[5], [5]]] })
  expect(pathOf('5 = id').first).toMatchObject({ isUniquePoint: true, isPoint: true })
  expect(pathOf('id in (7, 3, 7)').ranges).toEqual([
    [[3], [3]],
    [[7], [7]],
  ])
  expect(pathOf('id = null').ranges).toEqual([])
})

test('I33: a range begins and ends where WHERE says, after the columns that are equal', () => {
  expect(pathOf('id >= 3 and id < 6')).toMatchObject({
    ranges: [[[3], [6]]],
    first: { isLowOpen: false, isHighOpen: true, isPoint: false },
  })
  expect(pathOf("kind = 'x' and balance > 2").ranges).toEqual([[['x', 2], ['x']]])
  expect(pathOf("kind like 'ab%'")).toMatchObject({ name: 'by_kind', first: { low: ['ab'] } })
  expect(pathOf('id between 2 and 4').ranges).toEqual([[[2], [4]]])
})

test('I33: NULL stands before all bounds in MySQL and behind them in PostgreSQL', () => {
  expect(pathOf("kind = 'x' and balance < 2").ranges).toEqual([
    [
      ['x', null],
      ['x', 2],
    ],
  ])
  expect(pathOf("kind = 'x' and balance < 2", 'postgresql-16').ranges).toEqual([[['x'], ['x', 2]]])
  expect(pathOf('kind is null').name).toBe('by_kind')
})

test('I33: what no index can tell is a scan of the whole table', () => {
  for (const where of ['balance = 5', 'id = 1 or balance = 2', 'id + 1 = 5', "kind like '%b'"]) {
    expect(pathOf(where)).toMatchObject({ name: null, ranges: [[null, null]] })
  }
})
