/**
 * Queries as a real PostgreSQL 15 answered them over the same four rows, recorded once: names of
 * columns, values, errors and their places.
 */
import { expect, test } from 'vitest'
import { answerHere, type Told } from './testing/answerHere.ts'
import recorded from './testing/postgresqlAnswers.json'

test.each(recorded as [text: string, told: Told][])('%s', (text, told) => {
  expect(answerHere(text, 'postgresql-16')).toEqual(told)
})
