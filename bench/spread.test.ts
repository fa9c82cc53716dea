/** The bench tells medians and extremes, and quantiles that were really measured. */
import { expect, test } from 'vitest'
import { quantile, spreadOf, told } from './spread.ts'

test('median, least and most, without touching what was given', () => {
  const values = [3, 1, 2]
  expect(spreadOf(values)).toEqual({ median: 2, least: 1, most: 3 })
  expect(values).toEqual([3, 1, 2])
  expect(told(spreadOf(values), 1)).toBe('2.0 (1.0-3.0)')
})

test('a quantile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
  expect([quantile(hundred, 0.95), quantile(hundred, 1), quantile([7], 0.95)]).toEqual([95, 100, 7])
  expect(quantile([], 0.5)).toBeNaN()
})
