/**
 * The order of the values of one column: as indexes keep them and ORDER BY gives them. NULL is
 * first in MySQL and last in PostgreSQL (V7); text goes by code points, in MySQL without case (V6).
 */
import type { Dialect } from '../../../contract/sql.ts'
import { compareDecimals } from './decimals.ts'
import { editionOf, foldCase, type SqlValue, textOf } from './value.ts'

export type Comparison = -1 | 0 | 1

/** Code units differ from code points only where one text has a character beyond 0xFFFF. */
function rankOf(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

function compareCodePoints(left: string, right: string): Comparison {
  const shorter = left.length < right.length ? left.length : right.length
  for (let index = 0; index < shorter; index++) {
    const [a, b] = [rankOf(left.charCodeAt(index)), rankOf(right.charCodeAt(index))]
    if (a !== b) return a < b ? -1 : 1
  }
  return order(left.length, right.length)
}

export function order(left: number, right: number): Comparison {
  if (left === right) return 0
  return left < right ? -1 : 1
}

function compareText(left: string, right: string, dialect: Dialect): Comparison {
  if (left === right) return 0
  if (editionOf(dialect) === 'postgresql') return compareCodePoints(left, right)
  return compareCodePoints(foldCase(left), foldCase(right))
}

function isNumeric(value: SqlValue): boolean {
  return typeof value === 'number' || typeof value === 'object'
}

/** Two values of one type, neither NULL; what has no common type is compared as text. */
export function comparePresent(left: SqlValue, right: SqlValue, dialect: Dialect): Comparison {
  if (typeof left === 'number' && typeof right === 'number') return order(left, right)
  if (typeof left === 'string' && typeof right === 'string') {
    return compareText(left, right, dialect)
  }
  if (isNumeric(left) && isNumeric(right)) return compareDecimals(left, right)
  if (typeof left === 'boolean' && typeof right === 'boolean') return order(+left, +right)
  return compareText(textOf(left), textOf(right), dialect)
}

/** A total order, NULL included. */
export function compareValues(left: SqlValue, right: SqlValue, dialect: Dialect): Comparison {
  if (left !== null && right !== null) return comparePresent(left, right, dialect)
  if (left === right) return 0
  const isNullFirst = editionOf(dialect) === 'mysql'
  return (left === null) === isNullFirst ? -1 : 1
}
