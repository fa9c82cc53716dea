/** Whatever is typed, reading it ends, never throws, and covers the text in order. */
import { expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import type { Dialect } from '../contract/sql.ts'
import { parseSql } from './parseSql.ts'

const dialects: Dialect[] = ['mysql-5.6', 'mysql-5.7', 'mysql-8.0', 'postgresql-16']

const words =
  `SELECT INSERT INTO VALUES UPDATE SET DELETE FROM WHERE AND OR NOT IN BETWEEN LIKE IS NULL CASE
  WHEN THEN ELSE END GROUP BY ORDER HAVING LIMIT OFFSET FOR SHARE LOCK MODE BEGIN START TRANSACTION
  ISOLATION LEVEL READ COMMITTED SAVEPOINT ROLLBACK TO RELEASE CREATE TABLE INDEX UNIQUE PRIMARY KEY
  int varchar ALTER ADD DROP COLUMN SHOW ON CONFLICT DUPLICATE DO NOTHING RETURNING AS DISTINCT CAST
  EXISTS count sum a b account id ( ( ( ) ) ) , , . * + - / % = < > <= <> || && :: ; ' " \` -- /*
  */ # $ $$ $1 @ @@x ? ! ~ ^ & | << 1 2.5 1e9 .5 'x' "y" \`z\` E'\\'`.split(/\s+/)

const soup = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map(parts => parts.join(' '))
const anything = fc.oneof(soup, fc.string({ maxLength: 60, unit: 'binary' }))

const sound = [
  "SELECT a, count(*) FROM account WHERE id IN (1, 2) AND name LIKE 'x%' GROUP BY a FOR UPDATE",
  "INSERT INTO account (id, name) VALUES (1, 'it''s'), (2, NULL)",
  'UPDATE account SET balance = balance - 10 * (2 + id) WHERE id BETWEEN 1 AND 5',
  'CREATE TABLE t (id int PRIMARY KEY, name varchar(20) NOT NULL, UNIQUE (name))',
  'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; BEGIN; /* a */ COMMIT -- end',
]

/** A part is taken out, doubled, or put in from elsewhere. */
const mutilated = fc
  .tuple(fc.constantFrom(...sound), fc.nat(100), fc.nat(20), fc.constantFrom('', ...words))
  .map(([text, from, length, put]) => text.slice(0, from) + put + text.slice(from + length))

function isCovered(text: string, dialect: Dialect): boolean {
  let end = 0
  return parseSql(text, dialect).every(parsed => {
    const isNext = parsed.from >= end && text.slice(parsed.from, parsed.to) === parsed.text
    end = parsed.to
    const at = parsed.ok ? 0 : (parsed.error.position ?? 0)
    return isNext && at >= 0 && at <= parsed.text.length
  })
}

test.prop([fc.oneof(anything, mutilated), fc.constantFrom(...dialects)], { numRuns: 1500 })(
  'any text is cut into statements, each read or refused within itself',
  (text, dialect) => {
    expect(isCovered(text, dialect)).toBe(true)
  },
)

test.prop([mutilated, fc.constantFrom(...dialects)], { numRuns: 200 })(
  'reading the same text again gives the same, frozen to its depth',
  (text, dialect) => {
    const first = parseSql(text, dialect)
    expect(parseSql(text, dialect)).toEqual(first)
    expect(first.every(parsed => Object.isFrozen(parsed))).toBe(true)
  },
)

const deep = [
  '(',
  'abs(',
  'count(',
  'cast(',
  'substring(',
  'position(',
  'exists(select ',
  '(select ',
  'a in (select ',
  'a between (',
  'case ',
  'case when ',
  'not ',
  '- ',
  'f((',
  'convert(',
]

test.each(deep)('V1: nesting of %s is read in bounded time, and beyond a hundred refused', part => {
  for (const dialect of dialects) {
    const [within] = parseSql(`SELECT ${part.repeat(45)}1`, dialect)
    expect(within).toHaveProperty('text')
    const [beyond] = parseSql(`SELECT ${part.repeat(600)}1`, dialect)
    expect(beyond).toMatchObject({ error: { kind: 'unsupported' } })
  }
})

test('V1: long chains are read if they are of AND or OR, else refused', () => {
  const [or] = parseSql(`SELECT 1${' or 1'.repeat(1900)}`, 'mysql-8.0')
  expect(or?.ok).toBe(true)
  const [plus] = parseSql(`SELECT 1${' + 1'.repeat(2000)}`, 'mysql-8.0')
  expect(plus).toMatchObject({ error: { kind: 'unsupported' } })
})

test('V1: texts and lists of statements are bounded', () => {
  const [long] = parseSql(`SELECT '${'x'.repeat(10_000)}'`, 'postgresql-16')
  expect(long).toMatchObject({ error: { kind: 'unsupported', code: '0A000' } })
  const [many] = parseSql('COMMIT;'.repeat(101), 'postgresql-16')
  expect(many).toMatchObject({ error: { kind: 'unsupported' } })
})
