/**
 * MySQL's division: it keeps digits in words of nine, and cuts off after the words that its sides
 * and four further digits need (`div_precision_increment`). What is shown of them is rounded later.
 */
import { divideCutting, scaleOf } from './decimals.ts'
import type { Decimal, SqlValue } from './value.ts'

const wordDigits = 9
const furtherDigits = 4

function inWords(digits: number): number {
  return Math.ceil(digits / wordDigits) * wordDigits
}

/** The divisor is not zero. */
export function divideMysql(left: SqlValue, right: SqlValue): Decimal {
  const [a, b] = [scaleOf(left), scaleOf(right)]
  const spare = inWords(a) - a + inWords(b) - b
  const further = Math.max(0, furtherDigits - spare)
  return divideCutting(left, right, inWords(inWords(a) + inWords(b) + further))
}
