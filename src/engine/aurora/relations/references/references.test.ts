/**
 * Foreign keys and numbered columns, one session: PostgreSQL 15 and MariaDB 10.11 were given the
 * same statements once, and their answers recorded. Rows, numbers of rows, and what was refused.
 */
import { expect, test } from 'vitest'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import recorded from '../testing/references.json'
import { type BenchAnswer, createBench } from '../testing/sqlBench.ts'

type Told = [text: string, answer: string | number]

/** MySQL: the text only of foreign keys, since MariaDB words other errors in its own way. */
function refused({ code, message }: NonNullable<BenchAnswer['error']>): string {
  return typeof code === 'string' || code === 1451 || code === 1452
    ? `${code} ${message}`
    : `${code}`
}

function told(text: string, { rows, affected, error }: BenchAnswer): string | number {
  if (error !== undefined) return refused(error)
  const values = rows?.map(row => row.map(value => value ?? 'NULL').join(','))
  if (/returning|^select/i.test(text)) return values?.join(' ') ?? ''
  return /^(insert|update|delete)/i.test(text) ? (affected ?? 0) : 'ok'
}

const cases = recorded.map(({ title, edition, steps }) => ({
  title,
  edition,
  steps: steps as Told[],
}))

test.each(cases)('I40–I47, as $edition answers: $title', ({ edition, steps }) => {
  const dialect = edition === 'mysql' ? 'mysql-8.0' : 'postgresql-16'
  const bench = createBench({ dialect, parseSql, parseColumn })
  const answers = steps.map(([text]): Told => [text, told(text, bench.run('ann', text))])
  expect(answers).toEqual(steps)
})
