/** The ramp and decay figures of the reference, each within a second and half an ACU. */
import { expect, test } from 'vitest'
import { ramps } from './ramp.ts'
import { regulate, reportedOf } from './regulate.ts'
import type { ControlLoop } from './serverless.ts'

const acu = 1_000_000
const range = { min: 0, max: 256 * acu, holdMicros: 60_000_000 }

/** Seconds until the reported capacity is `to`. */
function secondsTo(from: number, to: number, platform: 2 | 3 | 4 = 4): number {
  const ramp = ramps[platform]
  const loop: ControlLoop = { exact: from * acu, target: 0, tokens: ramp.burst, lowMicros: 0 }
  for (let second = 1; second <= 4_000; second++) {
    regulate(loop, to * acu, range, ramp)
    if (reportedOf(loop.exact) === to * acu) return second
  }
  return Infinity
}

function expectNear(seconds: number, wanted: number): void {
  expect(Math.abs(seconds - wanted)).toBeLessThanOrEqual(1)
}

test('S3: 2 to 16 ACU in 60 s on platform 4', () => {
  expectNear(secondsTo(2, 16), 60)
})

test('S3: 0.5 to 256 ACU in 22 min on platform 4: the tail is straight', () => {
  const seconds = secondsTo(0.5, 256)
  expect(Math.round(seconds / 60)).toBe(22)
  const loop = { exact: 100 * acu, target: 0, tokens: 0, lowMicros: 0 }
  regulate(loop, 256 * acu, range, ramps[4])
  expect(loop).toMatchObject({ exact: 100 * acu + 187_500, tokens: 0 })
})

test('S3: 0.5 to 256 ACU in 40 min on platforms 2 and 3', () => {
  expect(Math.round(secondsTo(0.5, 256, 3) / 60)).toBe(40)
  expect(secondsTo(0.5, 256, 2)).toBe(secondsTo(0.5, 256, 3))
})

test('S3: 4 to 0.5 ACU reported in 301 s, 16 to 0.5 in 541 s', () => {
  expectNear(secondsTo(4, 0.5), 301)
  expectNear(secondsTo(16, 0.5), 541)
})

test('S3: a maximum lowered below the capacity needs no hold', () => {
  const loop = { exact: 16 * acu, target: 0, tokens: 0, lowMicros: 0 }
  regulate(loop, 0, { ...range, max: 8 * acu }, ramps[4])
  expect(loop.exact).toBeLessThan(16 * acu)
})

test('S3: need that comes back ends the hold', () => {
  const loop = { exact: 8 * acu, target: 0, tokens: 0, lowMicros: 0 }
  for (let second = 0; second < 60; second++) regulate(loop, 0, range, ramps[4])
  expect(loop).toMatchObject({ exact: 8 * acu, lowMicros: 60_000_000 })
  regulate(loop, 8 * acu, range, ramps[4])
  expect(loop.lowMicros).toBe(0)
})

test('S2: the target lies on the grid and in the range', () => {
  const loop = { exact: 2 * acu, target: 0, tokens: 0, lowMicros: 0 }
  const targets = [0, 1, 500_000, 500_001, 300 * acu].map(need => {
    regulate(loop, need, { ...range, max: 64 * acu }, ramps[4])
    return loop.target
  })
  expect(targets).toEqual([500_000, 500_000, 500_000, acu, 64 * acu])
})
