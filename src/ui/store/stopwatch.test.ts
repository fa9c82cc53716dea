/** One stopwatch for several stories: the one that is open, and the others as last seen. */
import { beforeEach, expect, test } from 'vitest'
import type { Frame } from '../../engine/contract/frame.ts'
import type { Scenario } from '../../engine/contract/scenario.ts'
import { exampleFrame } from '../scene/testing/exampleFrame.ts'
import { feltIn, isTimed, noteFelt, stopwatch } from './stopwatch.ts'

const frame = exampleFrame({ applications: 2 })

function storyOf(name: string, more: Partial<Scenario> = {}): Scenario {
  const { instances, applications } = frame
  return {
    name,
    title: `${name}?`,
    cluster: { instances: instances.map(({ id }) => ({ id, az: 'a' })) },
    workload: applications.map(({ id }) => ({ id, kind: 'sessions' })),
    ...more,
  } as Scenario
}

const one = storyOf('one')
const two = storyOf('two')

function frameOf(downMicros: number): Frame {
  const applications = frame.applications.map(its => ({ ...its, downMicros, errors: 2 }))
  return { ...frame, applications }
}

function note(story: Scenario, downMicros: number): void {
  noteFelt(feltIn(story, frameOf(downMicros))!)
}

beforeEach(() => stopwatch.setState({ felt: [] }))

test('the other story stays while the open one goes on', () => {
  note(one, 30_000_000)
  note(two, 1_000_000)
  note(two, 3_000_000)
  const told = stopwatch.getState().felt.map(({ story, applications }) => ({
    story,
    down: applications.map(({ downMicros }) => downMicros),
  }))
  expect(told).toEqual([
    { story: 'one', down: [30_000_000, 30_000_000] },
    { story: 'two', down: [3_000_000, 3_000_000] },
  ])
})

test('of many stories the last four stay', () => {
  for (const name of ['a', 'b', 'c', 'd', 'e', 'b']) note(storyOf(name), 1)
  expect(stopwatch.getState().felt.map(({ story }) => story)).toEqual(['c', 'd', 'e', 'b'])
})

test('a picture of another story says nothing of this one', () => {
  const other = storyOf('other', { cluster: { instances: [{ id: 'w9', az: 'a' }] } })
  expect(feltIn(other, frameOf(0))).toBeNull()
  const workload = one.workload!.map(its => ({
    ...its,
    via: 'proxy' as const,
    kind: 'sessions' as const,
  }))
  expect(
    feltIn(storyOf('proxied', { workload: workload as Scenario['workload'] }), frameOf(0)),
  ).toBeNull()
})

test('only stories with its tag are timed', () => {
  expect(isTimed(storyOf('one', { tags: ['failover', 'stopwatch'] }))).toBe(true)
  expect(isTimed(storyOf('one', { tags: ['failover'] }))).toBe(false)
  expect(isTimed(one)).toBe(false)
  expect(isTimed(undefined)).toBe(false)
})
