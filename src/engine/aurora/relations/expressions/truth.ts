/** Three truths: true, false and unknown (null), and how each edition writes them as values. */
import type { Dialect } from '../../../contract/sql.ts'
import { coerceTo } from '../values/coerceTo.ts'
import { isZero } from '../values/decimals.ts'
import { numberIn } from '../values/readNumber.ts'
import { editionOf, type SqlValue } from '../values/value.ts'

export type Truth = boolean | null

const condition = { name: '', type: { name: 'boolean' } } as const

export function truthOf(value: SqlValue, dialect: Dialect): Truth {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (editionOf(dialect) === 'mysql') return !isZero(numberIn(value))
  return coerceTo(condition, value, dialect) === true
}

export function truthValue(truth: Truth, dialect: Dialect): SqlValue {
  if (truth === null || editionOf(dialect) === 'postgresql') return truth
  return truth ? 1 : 0
}

export function not(truth: Truth): Truth {
  return truth === null ? null : !truth
}

/** False beats unknown beats true. */
export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false
  return left === null || right === null ? null : true
}

export function or(left: Truth, right: Truth): Truth {
  return not(and(not(left), not(right)))
}

/** Of a WHERE: neither unknown nor false will do. */
export function isTrue(value: SqlValue, dialect: Dialect): boolean {
  return truthOf(value, dialect) === true
}
