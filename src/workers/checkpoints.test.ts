/** Checkpoints stay within their memory, and the nearest one is always found. */
import { expect, test } from 'vitest'
import {
  bytesOf,
  type Checkpoint,
  checkpointEvents,
  createCheckpoints,
  keepNewest,
  keepVisited,
  latestBefore,
  setAside,
  sharedUpTo,
} from './checkpoints.ts'

function at(events: number, bytes = 1_000, cursor = 0): Checkpoint {
  return { at: events * 10, events, facts: events, bytes, cursor, state: null }
}

function after(events: number, bytes: number) {
  const checkpoints = createCheckpoints(at(0, bytes))
  for (let next = checkpointEvents; next <= events; next += checkpointEvents) {
    keepNewest(checkpoints, at(next, bytes))
  }
  return checkpoints
}

test('ten million events of a quarter of a megabyte each stay under 100 MB', () => {
  const { kept } = after(10_000_000, 250_000)
  expect(bytesOf(kept)).toBeLessThan(84_000_000)
  expect(kept[0]?.events).toBe(0)
})

test('greater states are thinned further, the start of the run never', () => {
  const { kept, stride } = after(10_000_000, 700_000)
  expect(bytesOf(kept)).toBeLessThan(84_000_000)
  expect(stride).toBeGreaterThan(2)
  expect(kept[0]?.events).toBe(0)
})

test('visits are remembered, the oldest forgotten first', () => {
  const checkpoints = after(100_000, 1_000)
  for (let visit = 0; visit < 100; visit++) keepVisited(checkpoints, at(visit * 1_000 + 7, 500_000))
  expect(bytesOf(checkpoints.visited)).toBeLessThanOrEqual(16_000_000)
  expect(checkpoints.visited.at(-1)?.events).toBe(99_007)
  expect(latestBefore(checkpoints, 990_069).events).toBe(98_007)
})

test('of two at one instant the one with more commands given is nearer', () => {
  const checkpoints = after(50_000, 1_000)
  keepVisited(checkpoints, at(30_000, 1_000, 1))
  expect(latestBefore(checkpoints, 300_000).cursor).toBe(1)
  expect(latestBefore(checkpoints, 299_999).events).toBe(20_000)
})

test('a branch shares what lies before it left, and a left one keeps a handful', () => {
  const checkpoints = after(500_000, 1_000)
  const shared = sharedUpTo(checkpoints, { events: 200_000, cursor: 0 })
  expect(shared.kept.at(-1)?.events).toBe(200_000)
  setAside(checkpoints, 8)
  expect(checkpoints.kept.length).toBeLessThanOrEqual(9)
  expect(checkpoints.kept.at(-1)?.events).toBe(500_000)
  setAside(checkpoints, 0)
  expect(checkpoints.kept.map(({ events }) => events)).toEqual([0])
})
