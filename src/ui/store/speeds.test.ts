/** The stops of the speed slider. */
import { expect, test } from 'vitest'
import { speedNumber } from './speedNumber.ts'
import { nearestSpeed, speeds } from './speeds.ts'

test('from 1/10000 to as fast as it can, each faster than the one before', () => {
  const numbers = speeds.map(speedNumber)
  expect(speeds[0]).toBe('1/10000')
  expect(speeds.at(-1)).toBe('max')
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('a speed between two stops shows the nearer by ratio', () => {
  expect(speeds[nearestSpeed('1/1400')]).toBe('1/1500')
  expect(speeds[nearestSpeed('3600')]).toBe('5000')
  expect(speeds[nearestSpeed('max')]).toBe('max')
})
