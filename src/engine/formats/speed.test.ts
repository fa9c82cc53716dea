/** Formats §1: speeds of viewing, from a ten-thousandth to as fast as can be. */
import { expect, test } from 'vitest'
import { parseSpeed } from './speed.ts'
import { speeds } from './speeds.ts'

test('a fraction, a whole number, or the most there is', () => {
  expect(parseSpeed('1/1500')).toEqual({ model: 1, real: 1_500 })
  expect(parseSpeed('20')).toEqual({ model: 20, real: 1 })
  expect(parseSpeed('max')).toBe('max')
})

test.each(['0', '1/0', '2/3', '1/10001', '1000001', '-1', '1.5', '', ' 1', 'fast', 3, null])(
  '%j is none',
  text => {
    expect(parseSpeed(text)).toBeNull()
  },
)

test('every speed on offer is one', () => {
  expect(speeds.filter(speed => parseSpeed(speed) === null)).toEqual([])
})
