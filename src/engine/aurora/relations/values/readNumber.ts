/** Text as a number: MySQL takes what begins like one, PostgreSQL only what is one. */
import { addDecimals, isZero, multiplyDecimals, powerOfTen, wholeBeside } from './decimals.ts'
import { type Decimal, decimalOf, type SqlValue } from './value.ts'

const beginning = /^\s*([-+]?(?:\d+\.?\d*|\.\d+))(?:[eE]([-+]?\d{1,3}))?/

/** Whole numbers are exact up to here. */
export const largestWhole = Number.MAX_SAFE_INTEGER

export interface ReadNumber {
  value: number | Decimal
  /** Nothing but the number, and blanks around it. */
  isAll: boolean
}

function withoutPlus(digits: string): string {
  const bare = digits.replace(/^\+/, '').replace(/\.$/, '')
  return bare.replace(/^(-?)\./, '$10.')
}

function scaled(digits: string, exponent: number): Decimal {
  if (exponent >= 0) return multiplyDecimals(decimalOf(digits), powerOfTen(exponent).toString())
  return multiplyDecimals(decimalOf(digits), `0.${'0'.repeat(-exponent - 1)}1`)
}

/** A whole number if it has no fraction and is exact, else a decimal. */
export function numberFrom(digits: string): number | Decimal {
  const isWhole = !digits.includes('.')
  const value = isWhole ? Number(digits) : Number.NaN
  return Math.abs(value) <= largestWhole ? value + 0 : decimalOf(digits)
}

/** Null: it does not begin like a number. */
export function readNumber(text: string): ReadNumber | null {
  const [all, digits, exponent] = beginning.exec(text) ?? []
  if (all === undefined || digits === undefined) return null
  const plain = withoutPlus(digits)
  const isAll = text.slice(all.length).trim() === ''
  if (exponent === undefined) return { value: numberFrom(plain), isAll }
  return { value: scaled(plain, Number(exponent)), isAll }
}

/** MySQL: `'12abc'` is 12, `'abc'` is 0. */
export function leadingNumber(text: string): number | Decimal {
  return readNumber(text)?.value ?? 0
}

/** Rounded half away from zero; null: beyond what is exact. */
export function wholeOf(value: number | Decimal): number | null {
  if (typeof value === 'number') return value
  const isNegative = value.decimal.startsWith('-')
  const half = decimalOf(isNegative ? '-0.5' : '0.5')
  const whole = Number(wholeBeside(addDecimals(value, half), isNegative))
  if (Math.abs(whole) > largestWhole) return null
  return isZero(value) ? 0 : whole + 0
}

/** Text, numbers and truth as a number, as MySQL reckons with them. */
export function numberIn(value: Exclude<SqlValue, null>): number | Decimal {
  if (typeof value === 'string') return leadingNumber(value)
  return typeof value === 'boolean' ? Number(value) : value
}
