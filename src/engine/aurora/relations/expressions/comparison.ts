/** Comparing two values of an expression, whose types may differ; NULL makes it unknown. */
import type { Dialect } from '../../../contract/sql.ts'
import type { BinaryOperator, ColumnType } from '../../../contract/statement.ts'
import { coerceTo } from '../values/coerceTo.ts'
import { type Comparison, comparePresent } from '../values/compareValues.ts'
import { numberIn } from '../values/readNumber.ts'
import { editionOf, type SqlValue } from '../values/value.ts'
import type { Truth } from './truth.ts'

type Present = Exclude<SqlValue, null>

function typeOfValue(value: Present): ColumnType {
  if (typeof value === 'number') return { name: 'integer', bits: 64 }
  if (typeof value === 'boolean') return { name: 'boolean' }
  return { name: 'decimal', precision: null, scale: null }
}

/** PostgreSQL: a literal text takes the other side's type, or is refused. */
function comparePostgresql(left: Present, right: Present, dialect: Dialect): Comparison {
  const isLeft = typeof left === 'string' && typeof right !== 'string'
  const isRight = typeof right === 'string' && typeof left !== 'string'
  const a = isLeft ? coerceTo({ name: '', type: typeOfValue(right) }, left, dialect) : left
  const b = isRight ? coerceTo({ name: '', type: typeOfValue(left) }, right, dialect) : right
  return comparePresent(a, b, dialect)
}

/** MySQL: as text if both are, else as numbers. */
function compareMysql(left: Present, right: Present, dialect: Dialect): Comparison {
  if (typeof left === typeof right) return comparePresent(left, right, dialect)
  return comparePresent(numberIn(left), numberIn(right), dialect)
}

/** Of two values that are not NULL; throws if PostgreSQL can not read the text. */
export function compareMixed(left: Present, right: Present, dialect: Dialect): Comparison {
  const isMysql = editionOf(dialect) === 'mysql'
  return isMysql ? compareMysql(left, right, dialect) : comparePostgresql(left, right, dialect)
}

export function isEqual(left: SqlValue, right: SqlValue, dialect: Dialect): Truth {
  if (left === null || right === null) return null
  return compareMixed(left, right, dialect) === 0
}

const holds: Partial<Record<BinaryOperator, (comparison: Comparison) => boolean>> = {
  '=': comparison => comparison === 0,
  '<>': comparison => comparison !== 0,
  '<': comparison => comparison < 0,
  '<=': comparison => comparison <= 0,
  '>': comparison => comparison > 0,
  '>=': comparison => comparison >= 0,
}

export function isComparison(operator: BinaryOperator): boolean {
  return operator in holds
}

export function compare(
  operator: BinaryOperator,
  left: SqlValue,
  right: SqlValue,
  dialect: Dialect,
): Truth {
  if (left === null || right === null) return null
  return holds[operator]?.(compareMixed(left, right, dialect)) ?? null
}
