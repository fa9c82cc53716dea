/** What is said when a statement was given. */
import { expect, it } from 'vitest'
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import { agedWords, outcomeWords } from './answerWords.ts'

const record: StatementRecord = {
  session: 'ann',
  on: 'w1',
  text: 'SELECT 1',
  submittedAt: 1,
  finishedAt: 2,
  status: 'ok',
}

it('is the outcome of the last statement', () => {
  const waits = { ...record, finishedAt: null, status: 'waiting' as const }
  const error = { kind: 'deadlock' as const, code: '40P01', sqlstate: '40P01', message: 'deadlock' }
  expect(outcomeWords([])).toBe('')
  expect(outcomeWords([record, waits])).toBe('ann waits.')
  expect(outcomeWords([waits, { ...record, affected: 2 }])).toBe('ann: 2 rows changed.')
  expect(outcomeWords([{ ...record, rows: [[1]] }])).toBe('ann: 1 row.')
  expect(outcomeWords([{ ...record, error }])).toBe('ann: error 40P01, deadlock.')
})

it('tells how old what was read is, and how long was waited for other writers', () => {
  const read = { ...record, session: 'bob', on: 'w2' }
  const told = { ...read, staleMicros: 22_000, waitedMicros: 1_500 }
  expect(agedWords(told)).toBe('22 ms behind another writer · waited 1.5 ms for the others')
  expect(agedWords(read)).toBe('')
})
