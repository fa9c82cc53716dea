/** Times, shares and counts as people read them: the unit follows the size. */
import { expect, test } from 'vitest'
import { formatCount, formatShare, formatTime } from './formatNumbers.ts'

test.each([
  [0, '0 µs'],
  [250, '250 µs'],
  [1_500, '1.5 ms'],
  [4_200, '4.2 ms'],
  [99_000, '99 ms'],
  [123_456, '123 ms'],
  [1_300_000, '1.3 s'],
  [15_000_000, '15 s'],
  [119_000_000, '119 s'],
  [320_000_000, '5 min 20 s'],
  [7_199_999_999, '120 min'],
  [7_500_000_000, '2 h 5 min'],
  [259_200_000_000, '3 d'],
  [-4_200, '−4.2 ms'],
])('%i µs is %s', (micros, text) => {
  expect(formatTime(micros)).toBe(text)
})

test('shares and counts', () => {
  expect([0, 1_000, 125_000, 1_000_000].map(formatShare)).toEqual([
    '0 %',
    '0.1 %',
    '12.5 %',
    '100 %',
  ])
  expect([0, 999, 1_000, 1_234_567, -12_345].map(formatCount)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '−12,345',
  ])
})
