/** Formats §0: durations have a unit, are exact to the microsecond, and read back as written. */
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { parseDuration } from './duration.ts'
import { formatDuration } from './formatDuration.ts'

test.each([
  ['250us', 250],
  ['1.5ms', 1_500],
  ['60s', 60_000_000],
  ['5min', 300_000_000],
  ['2h', 7_200_000_000],
  ['1d', 86_400_000_000],
  ['0.1s', 100_000],
  ['0.000001s', 1],
  ['0.00000025h', 900],
  ['1.50ms', 1_500],
  ['0s', 0],
  ['36500d', 3_153_600_000_000_000],
])('%s is %i µs', (text, micros) => {
  expect(parseDuration(text)).toBe(micros)
})

test.each([
  ...['', '5', 's', '-1s', '+1s', '1 s', '1S', '1e3s', '1.s', '.5s', '1,5s', ' 1s', '1s ', '1m'],
  ...['0.5us', '0.0001ms', '0.0000001s', '36501d', '999999999999999d', 5, null, undefined, {}],
])('%j is none', text => {
  expect(parseDuration(text)).toBeNull()
})

test.each([
  [0, '0s'],
  [1, '1us'],
  [1_500, '1.5ms'],
  [26_001, '26.001ms'],
  [1_234_567, '1.234567s'],
  [60_000_000, '1min'],
  [90_000_000, '90s'],
  [7_200_000_000, '2h'],
  [172_800_000_000, '2d'],
])('%i µs is written %s', (micros, text) => {
  expect(formatDuration(micros)).toBe(text)
})

test.prop([fc.integer({ min: 0, max: 3_153_600_000_000_000 })])(
  'written, it reads back',
  micros => {
    expect(parseDuration(formatDuration(micros))).toBe(micros)
  },
)
