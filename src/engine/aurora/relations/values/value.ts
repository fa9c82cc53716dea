/**
 * Values as rows hold them: NULL is null, whole numbers are numbers (exact to 2^53 − 1, beyond it
 * they are out of range, V5), DECIMAL keeps its digits as text. MySQL's truth is 1 and 0.
 */
import type { Dialect, Edition, ResultValue } from '../../../contract/sql.ts'

/** `"12.50"`: the scale is part of the value. Frozen. */
export interface Decimal {
  readonly decimal: string
}

export type SqlValue = null | boolean | number | string | Decimal

export function editionOf(dialect: Dialect): Edition {
  return dialect === 'postgresql-16' ? 'postgresql' : 'mysql'
}

export function isDecimal(value: SqlValue): value is Decimal {
  return typeof value === 'object' && value !== null
}

export function decimalOf(text: string): Decimal {
  return Object.freeze({ decimal: text })
}

/** The value as it leaves: DECIMAL is a string. */
export function resultValueOf(value: SqlValue): ResultValue {
  return isDecimal(value) ? value.decimal : value
}

/** MySQL compares text without case, by lower-case ASCII (V6). */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
}

/** The value as a person reads it: in results, duplicates and casts to text. */
export function textOf(value: SqlValue): string {
  return isDecimal(value) ? value.decimal : String(value)
}

function keyPartOf(value: SqlValue, dialect: Dialect): string {
  if (typeof value !== 'string') return isDecimal(value) ? normalOf(value.decimal) : String(value)
  const text = editionOf(dialect) === 'mysql' ? foldCase(value) : value
  return JSON.stringify(text)
}

/** `2.50` and `2.5` and the integer 2 of `2.0` are equal keys. */
function normalOf(decimal: string): string {
  const short = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
  return short === '-0' ? '0' : short
}

/** The same text for values that are equal in this dialect, another for all others. */
export function keyTextOf(values: readonly SqlValue[], dialect: Dialect): string {
  return values.map(value => keyPartOf(value, dialect)).join(',')
}
