/**
 * COUNT, SUM, MIN, MAX and AVG over the values of a group, NULL left out. MySQL: SUM is a decimal,
 * AVG is shown with four digits more than its argument. PostgreSQL: SUM of INTEGER is whole, AVG is
 * NUMERIC.
 */
import type { Dialect } from '../../../contract/sql.ts'
import type { AggregateName } from '../../../contract/statement.ts'
import { comparePresent } from '../values/compareValues.ts'
import { addDecimals, roundDecimal } from '../values/decimals.ts'
import { divideMysql } from '../values/divideMysql.ts'
import { divideNumeric } from '../values/divideNumeric.ts'
import { numberFrom, numberIn } from '../values/readNumber.ts'
import { type Decimal, editionOf, keyTextOf, type SqlValue } from '../values/value.ts'
import type { TypeName } from './typeNames.ts'

type Present = Exclude<SqlValue, null>

export interface Aggregation {
  name: AggregateName
  isDistinct: boolean
  dialect: Dialect
  /** Of the argument. */
  type: TypeName
}

function distinct(values: Present[], dialect: Dialect): Present[] {
  const seen = new Map(values.map(value => [keyTextOf([value], dialect), value] as const).reverse())
  return [...new Set(values.map(value => keyTextOf([value], dialect)))].map(key => seen.get(key)!)
}

function sumOf(values: readonly Present[]): Decimal {
  return values.map(numberIn).reduce<Decimal>(addDecimals, roundDecimal(0, 0))
}

function sum(values: Present[], { dialect, type }: Aggregation): SqlValue {
  const total = sumOf(values)
  if (editionOf(dialect) === 'mysql') {
    const isText = values.some(value => typeof value === 'string')
    return isText ? numberFrom(total.decimal) : total
  }
  return type === 'integer' || type === 'smallint' ? numberFrom(total.decimal) : total
}

/** What was text is a floating number in MySQL, which has no zeros at its end. */
function withoutZeros({ decimal }: Decimal): SqlValue {
  return numberFrom(decimal.replace(/\.?0+$/, ''))
}

function average(values: Present[], { dialect }: Aggregation): SqlValue {
  const total = sumOf(values)
  if (editionOf(dialect) === 'postgresql') return divideNumeric(total, values.length)
  const isText = values.some(value => typeof value === 'string')
  const quotient = divideMysql(total, values.length)
  return isText ? withoutZeros(quotient) : quotient
}

function extreme(values: Present[], dialect: Dialect, wanted: -1 | 1): SqlValue {
  return values.reduce((best, value) =>
    comparePresent(value, best, dialect) === wanted ? value : best,
  )
}

/** `values` of the argument, a row each; for `count(*)` anything that is not NULL. */
export function aggregate(values: readonly SqlValue[], aggregation: Aggregation): SqlValue {
  const { name, isDistinct, dialect } = aggregation
  const present = values.filter(value => value !== null)
  const counted = isDistinct ? distinct(present, dialect) : present
  if (name === 'count') return counted.length
  if (counted.length === 0) return null
  if (name === 'sum') return sum(counted, aggregation)
  if (name === 'avg') return average(counted, aggregation)
  return extreme(counted, dialect, name === 'min' ? -1 : 1)
}
