/** The dealing of steps by itself: who is next, who waits, who set whom free. */
import { expect, test } from 'vitest'
import type { InterleavingCase } from '../../engine/contract/interleaving.ts'
import {
  createDeal,
  type Deal,
  isAllIssued,
  issue,
  nextStep,
  noteAnswer,
  noteWait,
} from './deal.ts'
import { openSteps, sessionOf } from './deal.ts'

function dealOf(...sessions: string[]): Deal {
  const steps = sessions.map(session => ({ session, sql: 'SELECT 1', gap: 'settled' as const }))
  return createDeal({ steps } as unknown as InterleavingCase)
}

function take(deal: Deal): number {
  const index = nextStep(deal)!
  issue(deal, index)
  return index
}

test('Formats §8: steps go in file order', () => {
  const deal = dealOf('a', 'b', 'a')
  const taken = [take(deal)]
  noteAnswer(deal, 0, {})
  taken.push(take(deal))
  noteAnswer(deal, 1, {})
  taken.push(take(deal))
  expect(taken).toEqual([0, 1, 2])
  expect(isAllIssued(deal)).toBe(true)
})

test('Formats §8: a step of a waiting session comes once that session is released', () => {
  const deal = dealOf('a', 'b', 'b', 'a')
  noteAnswer(deal, take(deal), {})
  noteWait(deal, take(deal))
  expect(take(deal)).toBe(3)
  noteAnswer(deal, 3, { affected: 1 })
  expect(nextStep(deal)).toBeNull()
  noteAnswer(deal, 1, { affected: 2 })
  expect(nextStep(deal)).toBe(2)
  expect(deal.answers[1]).toMatchObject({ blocks: true, affected: 2 })
  expect(deal.answers[3]).toEqual({ session: 'a', sql: 'SELECT 1', affected: 1, unblocks: ['b'] })
})

test('Formats §8: the step that makes another one fail lists it under refuses', () => {
  const deal = dealOf('a', 'b')
  noteWait(deal, take(deal))
  const step = take(deal)
  noteWait(deal, step)
  const error = { kind: 'deadlock', code: 1213, sqlstate: '40001', message: '' } as const
  noteAnswer(deal, 0, { error })
  noteAnswer(deal, step, {})
  expect(deal.answers[1]).toMatchObject({ refuses: ['a'] })
  expect(deal.answers[0]).toMatchObject({ blocks: true, error })
})

test('Formats §8: nobody has caused that a wait was too long', () => {
  const deal = dealOf('a', 'b')
  noteWait(deal, take(deal))
  noteAnswer(deal, take(deal), {})
  const error = { kind: 'lockTimeout', code: 1205, sqlstate: 'HY000', message: '' } as const
  noteAnswer(deal, 0, { error })
  expect(deal.answers[1]).toEqual({ session: 'b', sql: 'SELECT 1' })
})

test('Formats §8: any is a fresh session each time', () => {
  const deal = dealOf('any', 'any')
  noteWait(deal, take(deal))
  expect(take(deal)).toBe(1)
  expect(openSteps(deal).map(index => sessionOf(deal, index))).toEqual(['any-1', 'any-2'])
})
