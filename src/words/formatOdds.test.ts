/** What hardly ever happens, in words. */
import { expect, test } from 'vitest'
import { formatChance, formatOften, formatPower, formatSpan, formatYearly } from './formatOdds.ts'

test('chances: percent while one can picture it, then one in so many', () => {
  expect(formatChance(0.0394)).toBe('3.94 %')
  expect(formatChance(0.0001)).toBe('1 in 10,000')
  expect(formatChance(6.024803e-13)).toBe('1 in 1.66 × 10¹²')
  expect(formatChance(0)).toBe('never')
})

test('how often, for how long, and after how long', () => {
  expect(formatOften(12)).toBe('12 a year')
  expect(formatOften(1 / 2_400_000)).toBe('once in 2,400,000 years')
  expect(formatYearly(1 / 31_557_600)).toBe('1 s a year')
  expect(formatYearly(1e-16)).toBe('1 µs in 317 years')
  expect(formatSpan(31_557_600_000_000)).toBe('1 year')
  expect(formatSpan(3 * 31_557_600_000_000)).toBe('3 years')
  expect(formatSpan(10_000_000)).toBe('10 s')
  expect(formatSpan(3_600_000_000)).toBe('1 h')
  expect(formatPower(-12)).toBe('10⁻¹²')
})
