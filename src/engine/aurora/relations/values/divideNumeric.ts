/**
 * PostgreSQL's division of NUMERIC: at least 16 significant digits, and no fewer digits after the
 * point than either side has. Weights are counted in groups of four digits, as it stores them.
 */
import { divideDecimals, unitsOf } from './decimals.ts'
import type { Decimal, SqlValue } from './value.ts'

const significantDigits = 16
const groupDigits = 4
const mostDigits = 1000

interface Head {
  /** Power of 10,000 of the first group that is not zero. */
  weight: number
  first: number
}

/** The first group of four digits, counted from the point. */
function headOf(value: SqlValue): Head {
  const { units, scale } = unitsOf(value)
  const digits = units.toString().replace('-', '')
  if (digits === '0') return { weight: 0, first: 0 }
  const place = digits.length - scale - 1
  const weight = Math.floor(place / groupDigits)
  const width = place - weight * groupDigits + 1
  return { weight, first: Number(digits.slice(0, width).padEnd(width, '0')) }
}

function scaleOfQuotient(left: SqlValue, right: SqlValue): number {
  const [a, b] = [headOf(left), headOf(right)]
  const weight = a.weight - b.weight - (a.first <= b.first ? 1 : 0)
  const wanted = significantDigits - weight * groupDigits
  const least = Math.max(wanted, unitsOf(left).scale, unitsOf(right).scale, 0)
  return Math.min(least, mostDigits)
}

/** The divisor is not zero. */
export function divideNumeric(left: SqlValue, right: SqlValue): Decimal {
  return divideDecimals(left, right, scaleOfQuotient(left, right))
}
