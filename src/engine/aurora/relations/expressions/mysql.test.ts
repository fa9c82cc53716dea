/**
 * Queries as MariaDB 10.11 answered them over the same four rows, recorded once, where it does what
 * MySQL does: names of columns, values, numbers of errors.
 */
import { expect, test } from 'vitest'
import { answerHere, type Line } from './testing/answerHere.ts'
import recorded from './testing/mariadbAnswers.json'

test.each(recorded as [text: string, told: Line[] | string][])('%s', (text, told) => {
  const here = answerHere(text, 'mysql-8.0')
  expect(Array.isArray(here) ? here : here.code).toEqual(told)
})

test('an alias keeps its case, a column need not', () => {
  expect(answerHere('SELECT a.ID FROM account a WHERE a.Id = 1', 'mysql-8.0')).toEqual([
    ['ID'],
    ['1'],
  ])
  expect(answerHere('SELECT A.id FROM account a', 'mysql-8.0')).toMatchObject({ code: '1054' })
})

test('grouping by the primary key allows all columns from 5.7 on, 5.6 allows any', () => {
  const byName = 'SELECT name, balance FROM account WHERE id < 3 GROUP BY name'
  expect(answerHere('SELECT id, name FROM account WHERE id = 1 GROUP BY id', 'mysql-5.7')).toEqual([
    ['id', 'name'],
    ['1', 'ann'],
  ])
  expect(answerHere(byName, 'mysql-5.7')).toEqual({
    code: '1055',
    message:
      'Expression #2 of SELECT list is not in GROUP BY clause and contains nonaggregated column ' +
      "'playground.account.balance' which is not functionally dependent on columns in GROUP BY " +
      'clause; this is incompatible with sql_mode=only_full_group_by',
    at: 13,
  })
  expect(answerHere(byName, 'mysql-5.6')).toEqual([
    ['name', 'balance'],
    ['ann', '100'],
    ['bob', '-30'],
  ])
})
