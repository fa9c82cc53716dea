/** Instants and speeds for people. */
import { expect, test } from 'vitest'
import { formatInstant, formatTick } from './formatInstant.ts'
import { formatReached, formatSpeed, speedWord } from './formatSpeed.ts'

test('instants stand in units that fit', () => {
  expect(formatInstant(218_400)).toBe('218.40 ms')
  expect(formatInstant(1_204_000)).toBe('1.204 s')
  expect(formatInstant(123_400_000)).toBe('2 min 3.4 s')
  expect(formatInstant(3_723_000_000)).toBe('1 h 2 min 3 s')
})

test('ticks carry no more digits than their step', () => {
  expect(formatTick(0, 1_000)).toBe('0')
  expect(formatTick(12_000, 1_000)).toBe('12 ms')
  expect(formatTick(2_500_000, 500_000)).toBe('2.5 s')
  expect(formatTick(75_000_000, 15_000_000)).toBe('1 min 15 s')
  expect(formatTick(3_600_000_000, 600_000_000)).toBe('1 h')
  expect(formatTick(1_799_998_000, 1_000)).toBe('30 min')
})

test('speeds in words', () => {
  expect(formatSpeed('1/1500')).toBe('1/1500×')
  expect(speedWord('1/1500')).toBe('slow motion')
  expect(speedWord('1')).toBe('real time')
  expect(speedWord('max')).toBe('fast forward')
  expect(speedWord('20')).toBe('fast forward')
  expect(speedWord('100')).toBe('1 s shows 100 s')
  expect(speedWord('1200')).toBe('1 s shows 20 min')
  expect(speedWord('5000')).toBe('1 s shows 1.4 h')
})

test('a reached speed reads like the asked one', () => {
  expect(formatReached(1 / 1500)).toBe('1/1500×')
  expect(formatReached(0.5)).toBe('1/2×')
  expect(formatReached(12.34)).toBe('12×')
  expect(formatReached(0)).toBe('–')
})
