/** What is read, and what is refused in the edition's words. */
import { expect, test } from 'vitest'
import type { Dialect } from '../contract/sql.ts'
import { parseColumn, parseSql } from './parseSql.ts'

function errorOf(text: string, dialect: Dialect) {
  const [parsed] = parseSql(text, dialect)
  return parsed?.ok === false ? parsed.error : null
}

test('a statement is cut at semicolons outside texts, and a bad one spoils no other', () => {
  const parsed = parseSql("SELECT ';' -- ;\n; selec 1; /* ; */ COMMIT ;", 'postgresql-16')
  expect(parsed.map(({ ok, text, from }) => [ok, text, from])).toEqual([
    [true, "SELECT ';'", 0],
    [false, 'selec 1', 18],
    [true, 'COMMIT', 35],
  ])
})

test('MySQL tells the text from the offending token on, and the line', () => {
  expect(errorOf('SELECT *\nFROM account\nWHRE id = 1', 'mysql-8.0')).toEqual({
    kind: 'syntax',
    code: 1064,
    sqlstate: '42000',
    message:
      'You have an error in your SQL syntax; check the manual that corresponds to your MySQL ' +
      "server version for the right syntax to use near 'id = 1' at line 3",
    position: 27,
  })
})

test('PostgreSQL tells the offending token', () => {
  const error = { kind: 'syntax', code: '42601', sqlstate: '42601' }
  expect(errorOf('SELECT FROM FROM a', 'postgresql-16')).toEqual({
    ...error,
    message: 'syntax error at or near "FROM"',
    position: 12,
  })
})

test('a column of a scenario is read', () => {
  expect(parseColumn('id int primary key', 'mysql-8.0')).toMatchObject({
    ok: true,
    definition: { column: { name: 'id', at: 0 }, isPrimaryKey: true },
  })
})
