/**
 * A value as a column stores it: cast, rounded and checked for range and length, or refused in the
 * edition's words. Types are those of V12; MySQL is strict (V11). NOT NULL is
 * checked by who stores.
 */
import type { Dialect } from '../../../contract/sql.ts'
import type { ColumnType } from '../../../contract/statement.ts'
import type { ErrorCause } from '../errors/errorTable.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { roundDecimal, wholeDigitsOf } from './decimals.ts'
import { largestWhole, readNumber, wholeOf } from './readNumber.ts'
import { postgresqlTypeName } from './postgresqlTypeName.ts'
import { type Decimal, editionOf, isDecimal, type SqlValue, textOf } from './value.ts'

export interface Target {
  name: string
  type: ColumnType
}

interface Coercion {
  target: Target
  value: Exclude<SqlValue, null>
  dialect: Dialect
  place: Place
}

/** Where the value stands. */
export interface Place {
  /** Counts from 1 in the statement; MySQL names it. */
  row?: number
  /** In the text, if it is a literal. */
  position?: number
}

const rangeOfBits = {
  8: [-128, 127],
  16: [-32768, 32767],
  24: [-8388608, 8388607],
  32: [-2147483648, 2147483647],
  64: [-largestWhole, largestWhole],
} as const

/** Smallest and largest value of a whole number of so many bits. */
export function rangeOf(bits: keyof typeof rangeOfBits): readonly [number, number] {
  return rangeOfBits[bits]
}

function typeWord({ target, dialect }: Coercion): string {
  if (dialect === 'postgresql-16') return postgresqlTypeName(target.type)
  return target.type.name === 'boolean' ? 'integer' : target.type.name
}

function refuseValue(coercion: Coercion, cause: ErrorCause): never {
  const { target, value, dialect, place } = coercion
  const length = target.type.name === 'text' ? (target.type.length ?? 0) : 0
  const type = typeWord(coercion)
  const { row = 1, position } = place
  const parameters = { column: target.name, row, value: textOf(value), type, length }
  refuseFor(dialect, cause, parameters, position)
}

function numberFor(coercion: Coercion): number | Decimal {
  const { value } = coercion
  if (typeof value === 'number' || isDecimal(value)) return value
  if (typeof value === 'boolean') return Number(value)
  const read = readNumber(value)
  if (read === null) return refuseValue(coercion, 'incorrectValue')
  if (!read.isAll) return refuseValue(coercion, 'truncated')
  return read.value
}

function toInteger(coercion: Coercion, bits: keyof typeof rangeOfBits): number {
  const { value, dialect } = coercion
  const number = numberFor(coercion)
  const isText = typeof value === 'string' && editionOf(dialect) === 'postgresql'
  if (isText && !/^\s*[-+]?\d+\s*$/.test(value)) refuseValue(coercion, 'incorrectValue')
  const whole = wholeOf(number)
  const [least, most] = rangeOfBits[bits]
  if (whole !== null && whole >= least && whole <= most) return whole
  return refuseValue(coercion, isText ? 'textValueOutOfRange' : 'outOfRangeForColumn')
}

function toDecimal(coercion: Coercion, precision: number | null, scale: number | null): Decimal {
  const number = numberFor(coercion)
  if (precision === null || scale === null) return roundDecimal(number, scaleIn(number))
  const rounded = roundDecimal(number, scale)
  if (wholeDigitsOf(rounded) > precision - scale) refuseValue(coercion, 'numericOverflow')
  return rounded
}

function scaleIn(number: number | Decimal): number {
  const point = textOf(number).indexOf('.')
  return point < 0 ? 0 : textOf(number).length - point - 1
}

/** Blanks beyond the length are cut off, anything else is refused. */
function toText(coercion: Coercion, length: number | null): string {
  const text = textOf(coercion.value)
  const characters = length === null || text.length <= length ? null : [...text]
  if (length === null || characters === null || characters.length <= length) return text
  if (characters.slice(length).some(character => character !== ' ')) {
    refuseValue(coercion, 'tooLong')
  }
  return characters.slice(0, length).join('')
}

const truths = ['true', 'yes', 'on', '1']
const untruths = ['false', 'no', 'off', '0']

/** PostgreSQL takes beginnings of the words, as long as they are not those of both. */
function isBeginning(text: string, words: string[]): boolean {
  return text !== '' && text !== 'o' && words.some(word => word.startsWith(text))
}

function toBoolean(coercion: Coercion): boolean | number {
  if (editionOf(coercion.dialect) === 'mysql') return toInteger(coercion, 8)
  const { value } = coercion
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  const text = textOf(value).trim().toLowerCase()
  if (isBeginning(text, truths)) return true
  return isBeginning(text, untruths) ? false : refuseValue(coercion, 'incorrectValue')
}

/** A number for the place is that of the row. Throws the refusal. */
export function coerceTo(
  target: Target,
  value: SqlValue,
  dialect: Dialect,
  place: Place | number = {},
): SqlValue {
  if (value === null) return null
  const coercion = {
    target,
    value,
    dialect,
    place: typeof place === 'number' ? { row: place } : place,
  }
  const { type } = target
  if (type.name === 'integer') return toInteger(coercion, type.bits)
  if (type.name === 'decimal') return toDecimal(coercion, type.precision, type.scale)
  return type.name === 'text' ? toText(coercion, type.length) : toBoolean(coercion)
}
