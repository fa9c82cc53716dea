/**
 * Statements that are refused, as PostgreSQL 15 and MariaDB 10.11 refused them over the same table,
 * recorded once: SQLSTATE, text and place, and the number of the error. Definitions have no place
 * in PostgreSQL; here they may point at the name.
 */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import recorded from '../testing/refusals.json'
import { createBench } from '../testing/sqlBench.ts'

const before = [
  'create table account (id int primary key, name varchar(10), balance int)',
  'create unique index by_name on account (name)',
  "insert into account values (1, 'a', 100), (2, 'b', 100), (3, 'c', 50)",
]

function refusalOf(text: string, dialect: Dialect) {
  const bench = createBench({ dialect, parseSql, parseColumn })
  for (const statement of before) expect(bench.run('a', statement).error).toBeUndefined()
  const { error } = bench.run('a', text)
  const rows = bench.run('a', 'rollback').error ?? bench.run('a', 'select * from account').rows
  expect(rows).toHaveLength(3)
  return error
}

type Told = [text: string, code: string, message: string, at: number | null]

test.each(recorded.postgresql as Told[])('PostgreSQL refuses %s', (text, code, message, at) => {
  const error = refusalOf(text, 'postgresql-16')
  expect(error).toMatchObject({ code, sqlstate: code, message })
  if (at !== null && code !== '42P16') expect(error?.position).toBe(at)
})

test.each(recorded.mysql as [text: string, code: number][])('MySQL refuses %s', (text, code) => {
  expect(refusalOf(text, 'mysql-8.0')?.code).toBe(code)
})
