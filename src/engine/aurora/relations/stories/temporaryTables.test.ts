/** I51 · Temporary tables: whose they are, what is refused of them, and how they go. */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { setStage } from '../../../testing/playScript.ts'

const create = 'create temporary table basket (id int)'

function benchOf(dialect: Dialect) {
  const columns = 'id int primary key, value int'
  const { bench } = setStage({ dialect, level: 'read committed', columns, rows: '(1, 10)' })
  const code = (session: string, text: string) => {
    bench.run(session, text)
    return bench.answerOf(session).error?.code ?? null
  }
  return { bench, code }
}

test.each([
  ['mysql-5.6', 1050, 1051],
  ['postgresql-16', '42P07', '42P01'],
] as const)('I51 %s: only its session has it, and drops it', (dialect, exists, unknown) => {
  const { code } = benchOf(dialect)
  expect(code('ann', create)).toBeNull()
  expect(code('ann', create)).toBe(exists)
  expect(code('ann', create.replace('table', 'table if not exists'))).toBeNull()
  expect(code('bob', 'drop table basket')).toBe(unknown)
  expect(code('bob', create)).toBeNull()
  expect(code('ann', 'drop table basket')).toBeNull()
  expect(code('ann', 'drop table basket')).toBe(unknown)
})

test('I51: it hides a table of its name, and its rows are not modelled', () => {
  const { bench, code } = benchOf('mysql-5.6')
  expect(code('ann', 'create temporary table test (id int)')).toBeNull()
  expect(code('ann', 'select * from test')).not.toBeNull()
  expect(code('ann', 'insert into test values (1)')).not.toBeNull()
  expect(code('bob', 'select * from test')).toBeNull()
  expect(code('ann', 'drop temporary table test')).toBeNull()
  expect(code('ann', 'drop temporary table test')).toBe(1051)
  expect(bench.run('ann', 'select value from test').rows).toEqual([[10]])
})

test('I51 MySQL: it leaves a transaction open; PostgreSQL takes none in one, here', () => {
  const { bench, code } = benchOf('mysql-5.6')
  bench.run('ann', 'begin')
  expect(code('ann', create)).toBeNull()
  const ann = [...bench.desk.sessions.values()].find(({ name }) => name === 'ann')
  expect(ann!.transaction?.isExplicit).toBe(true)
  const other = benchOf('postgresql-16')
  other.bench.run('ann', 'begin')
  expect(other.code('ann', create)).not.toBeNull()
})
