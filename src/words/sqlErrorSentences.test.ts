/** Every refusal has a meaning, and none is left with places for numbers. */
import { expect, it } from 'vitest'
import { meaningKey, sqlErrorSentences } from './sqlErrorSentences.ts'

it('explains by code, else by kind', () => {
  const message = ''
  expect(meaningKey({ code: 1213, kind: 'deadlock', message })).toBe('sql.meaning.kind.deadlock')
  expect(meaningKey({ code: '40P01', kind: 'deadlock', message })).toBe('sql.meaning.40P01')
  const conflict = { code: 1213, kind: 'writeConflict', message, cause: 'rowOwned' } as const
  expect(sqlErrorSentences[meaningKey(conflict)]).toMatch(/nobody waits/)
  const other = meaningKey({ code: 9999, kind: 'constraint', message })
  expect(other).toBe('sql.meaning.kind.constraint')
})

it('tells a conflict with recovery from other failures of the same code', () => {
  const message = 'canceling statement due to conflict with recovery'
  const key = meaningKey({ code: '40001', kind: 'serializationFailure', message })
  expect(sqlErrorSentences[key]).toMatch(/reader/)
})

it('tells that MySQL keeps the transaction after a timeout, PostgreSQL never does', () => {
  expect(sqlErrorSentences['sql.meaning.1205']).toMatch(/Only this statement is undone/)
  expect(sqlErrorSentences['sql.meaning.25P02']).toMatch(/until ROLLBACK/)
})
