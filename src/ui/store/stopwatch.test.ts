/** One stopwatch for two stories: the one that is open, and the other as last seen. */
import { expect, test } from 'vitest'
import type { Frame } from '../../engine/contract/frame.ts'
import { exampleFrame } from '../scene/testing/exampleFrame.ts'
import { feltIn, isTimed, noteFelt, stopwatch } from './stopwatch.ts'

const [one, two] = ['promote-a-replica', 'writer-down-others-go-on'] as const

function frameOf(story: string, downMicros: number): Frame {
  const frame = exampleFrame({ applications: 2 })
  const applications = frame.applications.map(its => ({ ...its, downMicros, errors: 2 }))
  const part = story === one ? { failover: {} } : { multiMaster: {} }
  return { ...frame, ...part, applications } as Frame
}

function note(story: string, downMicros: number): void {
  noteFelt(feltIn(story, frameOf(story, downMicros))!)
}

test('the other story stays while the open one goes on', () => {
  note(one, 30_000_000)
  note(two, 1_000_000)
  note(two, 3_000_000)
  const told = stopwatch.getState().felt.map(({ story, applications }) => ({
    story,
    down: applications.map(({ downMicros }) => downMicros),
  }))
  expect(told).toEqual([
    { story: one, down: [30_000_000, 30_000_000] },
    { story: two, down: [3_000_000, 3_000_000] },
  ])
})

test('a picture of the story that comes next says nothing of this one', () => {
  expect(feltIn(one, frameOf(two, 0))).toBeNull()
  expect(feltIn(two, exampleFrame())).toBeNull()
})

test('only the two stories of a lost writer are timed', () => {
  expect(isTimed(one)).toBe(true)
  expect(isTimed('four-of-six')).toBe(false)
  expect(isTimed(undefined)).toBe(false)
})
