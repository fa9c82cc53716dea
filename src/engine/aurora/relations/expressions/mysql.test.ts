/**
 * Queries as MariaDB 10.11 answered them over the same four rows, recorded once, where it does what
 * MySQL does: names of columns, values, numbers of errors.
 */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { parseSql } from '../../../sql/parseSql.ts'
import { answerHere, type Line } from './testing/answerHere.ts'
import recorded from './testing/mariadbAnswers.json'

const answer = (text: string, dialect: Dialect) => answerHere(parseSql, text, dialect)

test.each(recorded as [text: string, told: Line[] | string][])('V8, V10: %s', (text, told) => {
  const here = answer(text, 'mysql-8.0')
  expect(Array.isArray(here) ? here : here.code).toEqual(told)
})

test('V4: an alias keeps its case, a column need not', () => {
  expect(answer('SELECT a.ID FROM account a WHERE a.Id = 1', 'mysql-8.0')).toEqual([['ID'], ['1']])
  expect(answer('SELECT A.id FROM account a', 'mysql-8.0')).toMatchObject({ code: '1054' })
})

test('V11: grouping by the primary key allows all columns from 5.7 on, 5.6 allows any', () => {
  const byName = 'SELECT name, balance FROM account WHERE id < 3 GROUP BY name'
  expect(answer('SELECT id, name FROM account WHERE id = 1 GROUP BY id', 'mysql-5.7')).toEqual([
    ['id', 'name'],
    ['1', 'ann'],
  ])
  expect(answer(byName, 'mysql-5.7')).toEqual({
    code: '1055',
    message:
      'Expression #2 of SELECT list is not in GROUP BY clause and contains nonaggregated column ' +
      "'playground.account.balance' which is not functionally dependent on columns in GROUP BY " +
      'clause; this is incompatible with sql_mode=only_full_group_by',
    at: 13,
  })
  expect(answer(byName, 'mysql-5.6')).toEqual([
    ['name', 'balance'],
    ['ann', '100'],
    ['bob', '-30'],
  ])
})
