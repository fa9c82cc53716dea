/** Laws of values: an order, keys that agree with it, arithmetic that agrees with whole numbers. */
import { expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { compareValues } from './compareValues.ts'
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
} from './decimals.ts'
import { decimalOf, keyTextOf, type SqlValue } from './value.ts'

const dialect = fc.constantFrom<Dialect>('mysql-8.0', 'postgresql-16')
const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'Z', 'ä', '😀', ' '), maxLength: 3 })
const number = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(3))
    .map(([units, scale]) => decimal(units, scale)),
)

function decimal(units: number, scale: number): SqlValue {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = scale === 0 ? '' : `.${digits.slice(digits.length - scale)}`
  return decimalOf(`${units < 0 ? '-' : ''}${whole}${fraction}`)
}

const column = fc.constantFrom<fc.Arbitrary<SqlValue>>(
  fc.option(text, { nil: null }),
  fc.option(number, { nil: null }),
  fc.option(fc.boolean(), { nil: null }),
)
const three = column.chain(values => fc.tuple(values, values, values))

test.prop([three, dialect])('V7: values of a column have a total order', ([a, b, c], edition) => {
  expect(compareValues(a, a, edition)).toBe(0)
  expect(compareValues(a, b, edition)).toBe(0 - compareValues(b, a, edition) + 0)
  const isRising = compareValues(a, b, edition) <= 0 && compareValues(b, c, edition) <= 0
  if (isRising) expect(compareValues(a, c, edition)).toBeLessThanOrEqual(0)
})

test.prop([three, dialect])(
  'keys are the same text exactly for equal values',
  ([a, b], edition) => {
    const isEqual = compareValues(a, b, edition) === 0
    expect(keyTextOf([a], edition) === keyTextOf([b], edition)).toBe(isEqual)
  },
)

test('V6: text is ordered by code points: what lies beyond 0xFFFF comes last', () => {
  expect(compareValues('\uffee', '😀', 'postgresql-16')).toBe(-1)
  expect(compareValues('a', 'B', 'postgresql-16')).toBe(1)
  expect(compareValues('a', 'B', 'mysql-8.0')).toBe(-1)
})

test.prop([fc.integer(), fc.integer()])(
  'V5: decimals add and multiply as whole numbers do',
  (a, b) => {
    expect(addDecimals(a, b).decimal).toBe(String(BigInt(a) + BigInt(b)))
    expect(multiplyDecimals(a, b).decimal).toBe(String(BigInt(a) * BigInt(b)))
  },
)

test.prop([number, number])('a difference and what was taken away give back the first', (a, b) => {
  expect(compareDecimals(addDecimals(subtractDecimals(a, b), b), a)).toBe(0)
})

test.prop([fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 })])(
  'a quotient is nearest to the true one: twice the rest is at most the divisor',
  (a, b) => {
    const quotient = divideDecimals(a, b, 0)
    const rest = Math.abs(a - Number(quotient.decimal) * b)
    expect(rest * 2).toBeLessThanOrEqual(b)
  },
)

test.each([
  ['2.5', 0, '3'],
  ['-2.5', 0, '-3'],
  ['0.005', 2, '0.01'],
  ['-0.004', 2, '0.00'],
  ['125', -1, '130'],
  ['7', 2, '7.00'],
])('%s rounded to %i digits is %s', (value, scale, rounded) => {
  expect(roundDecimal(decimalOf(value), scale).decimal).toBe(rounded)
})
