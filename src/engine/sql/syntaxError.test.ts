/**
 * Syntax errors as real servers tell them, recorded once. PostgreSQL 15: text, message, place of
 * the offending token in characters from 0. MariaDB 10.11, whose errors are MySQL's but for its
 * name: text, what it cites, line.
 */
import { expect, test } from 'vitest'
import { parseSql } from './parseSql.ts'
import ofMariadb from './testing/mariadbErrors.json'
import ofPostgresql from './testing/postgresqlErrors.json'

function refused(text: string, error: object) {
  return [{ ok: false, text, from: 0, to: text.length, error }]
}

test.each(ofPostgresql as [text: string, message: string, position: number][])(
  'V3 in PostgreSQL: %s',
  (text, message, position) => {
    const error = { kind: 'syntax', code: '42601', sqlstate: '42601', message, position }
    expect(parseSql(text, 'postgresql-16')).toEqual(refused(text, error))
  },
)

test.each(ofMariadb as [text: string, near: string, line: number][])(
  'V3 in MySQL: %s',
  (text, near, line) => {
    const message =
      'You have an error in your SQL syntax; check the manual that corresponds to your MySQL ' +
      `server version for the right syntax to use near '${near}' at line ${line}`
    const [parsed] = parseSql(text, 'mysql-8.0')
    expect(parsed).toMatchObject({
      error: { kind: 'syntax', code: 1064, sqlstate: '42000', message },
    })
  },
)

test('a semicolon after an unfinished statement is the offending token in PostgreSQL', () => {
  const [first] = parseSql('SELECT 1 +; SELECT 2', 'postgresql-16')
  expect(first).toMatchObject({ error: { message: 'syntax error at or near ";"', position: 10 } })
})

test('MySQL cites at most 80 characters', () => {
  const [parsed] = parseSql(`SELECT 1 1 ${'x'.repeat(100)}`, 'mysql-5.6')
  const message = parsed?.ok === false ? parsed.error.message : ''
  expect(message).toContain(`near '1 ${'x'.repeat(78)}' at line 1`)
})
