/** Model time follows the pace of the story, however real time is cut up. */
import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { createPace, paceAt, passTime } from './pace.ts'
import { fakeEngine } from './testing/fakeEngine.ts'

const { parseSpeed } = fakeEngine()
const steps = [
  { from: 0, speed: '1/1000' },
  { from: 1_000, speed: '1/10' },
  { from: 50_000, speed: '20' },
]
const pace = createPace(steps, parseSpeed)

test('the speed changes with model time, exactly where the pace says', () => {
  expect(passTime(pace, 0, 500_000)).toBe(500)
  expect(passTime(pace, 0, 1_000_000)).toBe(1_000)
  expect(passTime(pace, 0, 1_100_000)).toBe(11_000)
  expect(passTime(pace, 0, 1_490_000 + 1_000)).toBe(70_000)
  expect(paceAt(pace, 999).speed).toBe('1/1000')
  expect(paceAt(pace, 1_000).speed).toBe('1/10')
})

test('at "max" there is no end, and without a pace it is real time', () => {
  expect(passTime(createPace([{ from: 0, speed: 'max' }], parseSpeed), 5, 1)).toBe(Infinity)
  expect(passTime(createPace([], parseSpeed), 5, 10)).toBe(15)
})

test('before its first step a pace goes as fast as at it', () => {
  const late = createPace([{ from: 99_000, speed: '1/1500' }], parseSpeed)
  expect(paceAt(late, 0).speed).toBe('1/1500')
})

property.prop([fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 40 })])(
  'many short ticks come as far as one long one',
  ticks => {
    const sum = ticks.reduce((total, tick) => total + tick, 0)
    const cut = ticks.reduce((at, tick) => passTime(pace, at, tick), 0)
    expect(cut).toBeCloseTo(passTime(pace, 0, sum), 3)
  },
)
