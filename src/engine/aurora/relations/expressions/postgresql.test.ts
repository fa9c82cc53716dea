/**
 * Queries as a real PostgreSQL 15 answered them over the same four rows, recorded once: names of
 * columns, values, errors and their places.
 */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { parseSql } from '../../../sql/parseSql.ts'
import { answerHere, type Told } from './testing/answerHere.ts'
import recorded from './testing/postgresqlAnswers.json'

const answer = (text: string, dialect: Dialect) => answerHere(parseSql, text, dialect)

test.each(recorded as [text: string, told: Told][])('V9, V10: %s', (text, told) => {
  expect(answer(text, 'postgresql-16')).toEqual(told)
})
