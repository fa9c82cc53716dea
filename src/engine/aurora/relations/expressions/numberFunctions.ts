/** Functions of numbers, and those that choose among values. */
import { compareDecimals, roundDecimal, truncateDecimal, wholeBeside } from '../values/decimals.ts'
import { numberFrom, numberIn } from '../values/readNumber.ts'
import { type Decimal, decimalOf, type SqlValue, textOf } from '../values/value.ts'
import { reckon } from './arithmetic.ts'
import { compareMixed, isEqual } from './comparison.ts'
import type { CallPlace, SqlFunction } from './sqlFunction.ts'

function numberOf(value: SqlValue | undefined): number | Decimal {
  return value === null || value === undefined ? 0 : numberIn(value)
}

function absolute(value: number | Decimal): SqlValue {
  return typeof value === 'number' ? Math.abs(value) : decimalOf(value.decimal.replace('-', ''))
}

type ToScale = (value: SqlValue, scale: number) => Decimal

/** A whole number stays one, unless PostgreSQL is asked for digits. */
function toScale(values: readonly SqlValue[], { isMysql }: CallPlace, change: ToScale): SqlValue {
  const value = numberOf(values[0])
  const digits = Math.max(-30, Math.min(30, Number(textOf(numberOf(values[1])))))
  if (typeof value !== 'number') return change(value, digits)
  if (digits >= 0) return values.length > 1 && !isMysql ? change(value, digits) : value
  return numberFrom(change(value, digits).decimal)
}

function wholeNear(value: SqlValue, up: boolean, { isMysql }: CallPlace): SqlValue {
  const number = numberOf(value)
  if (typeof number === 'number') return number
  const digits = wholeBeside(number, up).toString()
  return isMysql ? numberFrom(digits) : decimalOf(digits)
}

/** MySQL: NULL if any is; PostgreSQL: of those that are not. */
function extreme(values: readonly SqlValue[], place: CallPlace, wanted: -1 | 1): SqlValue {
  const present = values.filter(value => value !== null)
  if (present.length === 0 || (place.isMysql && present.length < values.length)) return null
  return present.reduce((best, value) =>
    compareMixed(value, best, place.dialect) === wanted ? value : best,
  )
}

const oneNumber = (answer: SqlFunction['answer']): SqlFunction => ({ least: 1, most: 1, answer })
const floor = oneNumber(([value], place) => wholeNear(value!, false, place))
const ceil = oneNumber(([value], place) => wholeNear(value!, true, place))

export const numberFunctions: Record<string, SqlFunction> = {
  abs: oneNumber(([value]) => absolute(numberOf(value))),
  sign: oneNumber(([value]) => compareDecimals(numberOf(value), 0)),
  floor,
  ceil,
  ceiling: ceil,
  mod: {
    least: 2,
    most: 2,
    answer: ([left, right], place) => reckon('%', numberOf(left), numberOf(right), place),
  },
  round: {
    least: 1,
    most: 2,
    answer: (values, place) => toScale(values, place, roundDecimal),
  },
  truncate: {
    least: 2,
    most: 2,
    edition: 'mysql',
    answer: (values, place) => toScale(values, place, truncateDecimal),
  },
  trunc: {
    least: 1,
    most: 2,
    edition: 'postgresql',
    answer: (values, place) => toScale(values, place, truncateDecimal),
  },
  greatest: {
    least: 1,
    most: 100,
    takesNull: true,
    answer: (values, place) => extreme(values, place, 1),
  },
  least: {
    least: 1,
    most: 100,
    takesNull: true,
    answer: (values, place) => extreme(values, place, -1),
  },
  nullif: {
    least: 2,
    most: 2,
    takesNull: true,
    answer: ([left, right], { dialect }) =>
      isEqual(left!, right!, dialect) === true ? null : left!,
  },
  isnull: {
    least: 1,
    most: 1,
    edition: 'mysql',
    takesNull: true,
    answer: ([value]) => (value === null ? 1 : 0),
  },
}
