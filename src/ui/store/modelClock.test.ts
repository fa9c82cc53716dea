/** Model time between frames. */
import { expect, test } from 'vitest'
import { clockAt, withoutTremble } from './modelClock.ts'

test('the clock runs on at the speed in force and waits when no frame comes', () => {
  expect(clockAt({ at: 1_000, speed: 1 / 1000 }, 16)).toBe(1_016)
  expect(clockAt({ at: 1_000, speed: 1 }, 10_000)).toBe(121_000)
})

test('paused, or as fast as it can, it shows exactly the frame', () => {
  expect(clockAt({ at: 1_000, speed: 0 }, 500)).toBe(1_000)
  expect(clockAt({ at: 1_000, speed: Number.POSITIVE_INFINITY }, 500)).toBe(1_000)
})

test('a step back by less than a frame is swallowed, a seek is not', () => {
  expect(withoutTremble(990, 1_000, 1)).toBe(1_000)
  expect(withoutTremble(100_000, 1_000_000, 1)).toBe(100_000)
  expect(withoutTremble(990, 1_000, 0)).toBe(990)
})
