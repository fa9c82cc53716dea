/** The axis of the timeline by viewing time. */
import { expect, test } from 'vitest'
import { paceBands, shareAt } from './paceAxis.ts'

test('a slow millisecond takes as much room as the time it takes to watch', () => {
  const pace = [
    { from: 0, speed: '1/1000' },
    { from: 10_000, speed: '1' },
  ]
  const bands = paceBands({ pace, opensAt: 0, to: 10_010_000 })
  expect(bands.map(({ end, start }) => end - start)).toEqual([0.5, 0.5])
  expect(shareAt(bands, 5_000)).toBeCloseTo(0.25)
})

test('what lies before the opening instant is a narrow band without a speed', () => {
  const bands = paceBands({ pace: [{ from: 50, speed: '1' }], opensAt: 50, to: 1_000 })
  expect(bands.map(({ speed }) => speed)).toEqual([null, '1'])
  expect(bands[0]?.end).toBeLessThan(0.1)
})

test('without a pace of its own the story runs in real time', () => {
  expect(paceBands({ pace: [], opensAt: 0, to: 100 })).toEqual([
    { from: 0, to: 100, speed: '1', start: 0, end: 1 },
  ])
})

test('the speed in force at the opening instant counts from there', () => {
  const pace = [
    { from: 0, speed: '2' },
    { from: 900, speed: '5' },
  ]
  const speeds = paceBands({ pace, opensAt: 500, to: 1_000 }).map(band => band.speed)
  expect(speeds).toEqual([null, '2', '5'])
})
