/** ln and exp: the same bits everywhere, and as close to the truth as a double can be. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exp, ln } from './exactMath.ts'

/** Distance in units in the last place. */
function apart(one: number, other: number): number {
  if (Object.is(one, other) || one === other) return 0
  return Math.abs(ordinal(one) - ordinal(other))
}

function ordinal(value: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const ordered = view.getBigInt64(0)
  return Number(ordered < 0n ? -(ordered & 0x7fffffffffffffffn) : ordered)
}

test('golden bits of a few values', () => {
  expect([ln(3), ln(7), ln(0.3)]).toEqual([
    1.0986122886681096, 1.9459101490553132, -1.2039728043259361,
  ])
  expect([exp(-1), exp(10), exp(0.5)]).toEqual([
    0.36787944117144233, 22026.465794806718, 1.6487212707001282,
  ])
})

test('the edges', () => {
  expect([ln(1), ln(0), ln(Infinity), exp(0)]).toEqual([0, -Infinity, Infinity, 1])
  expect([ln(-1), ln(Number.NaN), exp(Number.NaN)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  expect([exp(710), exp(-746), exp(-Infinity), exp(Infinity)]).toEqual([Infinity, 0, 0, Infinity])
  expect(exp(-745)).toBe(Number.MIN_VALUE)
  expect(apart(ln(Number.MIN_VALUE), Math.log(Number.MIN_VALUE))).toBeLessThanOrEqual(1)
  expect(apart(ln(Number.MAX_VALUE), Math.log(Number.MAX_VALUE))).toBeLessThanOrEqual(1)
})

test('never further than 2 units in the last place from the platform', () => {
  const positive = fc.double({ min: 0, minExcluded: true, noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(positive, x => apart(ln(x), Math.log(x)) <= 2),
    { numRuns: 5_000 },
  )
  fc.assert(
    fc.property(
      fc.double({ min: -745, max: 709, noNaN: true }),
      x => apart(exp(x), Math.exp(x)) <= 2,
    ),
    { numRuns: 5_000 },
  )
})

test('ln rises wherever its argument does', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), x => ln(x * 1.0001) > ln(x)),
    { numRuns: 2_000 },
  )
})
