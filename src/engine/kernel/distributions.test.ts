/** Delays and picks: their means, their tails, and what they draw. */
import { expect, test } from 'vitest'
import { digestOf } from './digest.ts'
import { delayMicros, exponentialMicros, hotPick, uniformBelow } from './distributions.ts'
import { exp } from './exactMath.ts'
import { exponentialTable } from './exponentialTable.ts'
import { createStream, type Stream } from './streams.ts'

const DRAWS = 400_000

function sample(draw: (stream: Stream) => number): number[] {
  const stream = createStream(11, 'sample')
  return Array.from({ length: DRAWS }, () => draw(stream))
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function share(values: number[], isCounted: (value: number) => boolean): number {
  return values.filter(isCounted).length / values.length
}

test('the table of the exponential is the same in every engine: golden hash', () => {
  expect(digestOf(exponentialTable)).toBe('7954a997676c966c')
})

test('an exponential delay has its mean and the tail of the law, far beyond the table', () => {
  const delays = sample(stream => exponentialMicros(stream, 10_000))
  expect(Math.abs(mean(delays) / 10_000 - 1)).toBeLessThan(0.01)
  for (const means of [0.1, 1, 3, 6]) {
    const expected = exp(-means)
    const sigma = Math.sqrt((expected * (1 - expected)) / DRAWS)
    const found = share(delays, delay => delay > means * 10_000)
    expect(Math.abs(found - expected)).toBeLessThan(5 * sigma)
  }
  expect(Math.max(...delays.slice(0, 100_000))).toBeGreaterThan(83_178)
})

test('without jitter a delay is its mean and nothing is drawn, tail or not', () => {
  const stream = createStream(1, 'x')
  const before = [...stream]
  const law = { meanMicros: 250, jitterPpm: 0, tailPpm: 500_000, tailFactor: 10 }
  expect([delayMicros(stream, law), delayMicros(stream, law)]).toEqual([250, 250])
  expect([...stream]).toEqual(before)
})

test('with jitter the fixed part is a floor and the mean stays', () => {
  const law = { meanMicros: 1_000, jitterPpm: 200_000, tailPpm: 0, tailFactor: 10 }
  const delays = sample(stream => delayMicros(stream, law))
  expect(Math.min(...delays.slice(0, 100_000))).toBe(800)
  expect(Math.abs(mean(delays) - 1_000)).toBeLessThan(2)
})

test('a slow delay is so many times as long, and as rare as it says', () => {
  const law = { meanMicros: 1_000, jitterPpm: 10_000, tailPpm: 1_000, tailFactor: 10 }
  const slow = share(
    sample(stream => delayMicros(stream, law)),
    delay => delay > 9_000,
  )
  expect(Math.abs(slow - 0.001)).toBeLessThan(5 * 0.00005)
})

test('a delay is a whole microsecond at least, unless its mean is 0', () => {
  const stream = createStream(1, 'x')
  const law = { meanMicros: 0, jitterPpm: 1_000_000, tailPpm: 0, tailFactor: 1 }
  expect([delayMicros(stream, law), exponentialMicros(stream, 0)]).toEqual([0, 0])
  for (let draws = 0; draws < 1_000; draws++) {
    const delay = delayMicros(stream, { ...law, meanMicros: 0.01 })
    expect(delay >= 1 && Number.isInteger(delay)).toBe(true)
  }
})

test('a hot pick falls on the hot ones in their share, and evenly among each', () => {
  const picks = sample(stream => hotPick(stream, 100, 800_000, 5))
  expect(Math.abs(share(picks, pick => pick < 5) - 0.8)).toBeLessThan(0.005)
  expect(Math.abs(share(picks, pick => pick === 3) - 0.16)).toBeLessThan(0.005)
  expect(Math.abs(share(picks, pick => pick === 99) - 0.2 / 95)).toBeLessThan(0.0005)
})

test('nothing hot, or all hot, is an even pick', () => {
  for (const hotCount of [0, 10]) {
    const picks = sample(stream => hotPick(stream, 10, 900_000, hotCount))
    expect(Math.abs(share(picks, pick => pick === 7) - 0.1)).toBeLessThan(0.005)
  }
})

test('a uniform wait stays below its limit', () => {
  const stream = createStream(1, 'x')
  expect([uniformBelow(stream, 0), uniformBelow(stream, 1)]).toEqual([0, 0])
  for (let draws = 0; draws < 100; draws++) expect(uniformBelow(stream, 3)).toBeLessThan(3)
})
