/** The strip says in the words of a user what an application feels, and counts what went wrong. */
import { expect, it, test } from 'vitest'
import type { ApplicationView, Frame } from '../../../engine/contract/frame.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { counts, feelingOf, isFalseDeadlock, lostTimes, tallies } from './feelings.ts'

const second = 1_000_000

function shop(changes: Partial<ApplicationView>): [ApplicationView, Frame] {
  const frame = exampleFrame()
  const [application] = frame.applications
  if (application === undefined) throw new Error('The example has an application.')
  Object.assign(application, changes)
  return [application, frame]
}

const waitingSince = exampleFrame().at - 1_300

test.each([
  [{ feels: 'answered', lastLatencyMicros: 4_000 }, 'answered in 4 ms'],
  [{ feels: 'inFlight', oldestWaitingAt: waitingSince }, 'waiting 1.3 ms'],
  [{ feels: 'stalled', oldestWaitingAt: waitingSince }, 'stalled 1.3 ms'],
  [{ feels: 'retrying', lastError: { code: 1213, at: 0 } }, 'error 1213, retrying'],
  [{ feels: 'lost' }, 'connection lost'],
  [{ feels: 'reconnecting' }, 'reconnecting'],
] as [Partial<ApplicationView>, string][])('%o feels like "%s"', (changes, words) => {
  expect(feelingOf(...shop(changes))).toBe(words)
})

it('tells how old an answer is when no newer one can come', () => {
  const [application, frame] = shop({ feels: 'answered', lastAnswerAt: exampleFrame().at - second })
  for (const instance of frame.instances) instance.status = 'down'
  expect(feelingOf(application, frame)).toBe('answered 1 s ago')
})

it('counts nothing while nothing went wrong', () => {
  const [application] = shop({})
  expect([tallies(application), counts(application), lostTimes(application)]).toEqual([[], [], []])
})

it('says all that went wrong first, and less where there is less room', () => {
  const [application] = shop({ errors: 1, retried: 12, downMicros: 30 * second })
  expect(tallies(application)).toEqual([
    '1 error · 12 retries · 30 s without answers',
    '1 error · 12 retries',
    '1 error',
  ])
  expect(lostTimes(application)).toEqual(['30 s without answers', '30 s unanswered'])
})

it('calls a deadlock false only where storage refused a page', () => {
  const [application, frame] = shop({ feels: 'retrying', lastError: { code: 1213, at: 0 } })
  expect(isFalseDeadlock(application, frame)).toBe(false)
  const multiMaster = {} as NonNullable<Frame['multiMaster']>
  expect(isFalseDeadlock(application, { ...frame, multiMaster })).toBe(true)
})
