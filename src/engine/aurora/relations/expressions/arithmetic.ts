/**
 * Arithmetic of each edition: MySQL divides whole numbers into decimals and gives NULL for division
 * by zero (V8); PostgreSQL divides them into whole numbers and refuses zero (V9). Both are exact.
 */
import type { Dialect } from '../../../contract/sql.ts'
import type { BinaryOperator } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import {
  addDecimals,
  divideDecimals,
  isZero,
  multiplyDecimals,
  remainderOfDecimals,
  subtractDecimals,
  truncateDecimal,
} from '../values/decimals.ts'
import { divideMysql } from '../values/divideMysql.ts'
import { divideNumeric } from '../values/divideNumeric.ts'
import { largestWhole, numberFrom } from '../values/readNumber.ts'
import { type Decimal, editionOf } from '../values/value.ts'

type Num = number | Decimal

/** What arithmetic has to know of the place where it is done. */
export interface Reckoning {
  dialect: Dialect
  isChange: boolean
}

/** The sum of two whole numbers is whole, of anything else decimal. */
function exact(left: Num, right: Num, whole: number, decimal: (a: Num, b: Num) => Decimal): Num {
  const areWhole = typeof left === 'number' && typeof right === 'number'
  return areWhole && Math.abs(whole) <= largestWhole ? whole + 0 : decimal(left, right)
}

function isMysql({ dialect }: Reckoning): boolean {
  return editionOf(dialect) === 'mysql'
}

/** Division by zero: NULL where MySQL only reads, else refused. */
function byZero(reckoning: Reckoning): null {
  if (isMysql(reckoning) && !reckoning.isChange) return null
  return refuseFor(reckoning.dialect, 'divisionByZero')
}

function divide(left: Num, right: Num, reckoning: Reckoning): Num | null {
  if (isZero(right)) return byZero(reckoning)
  if (isMysql(reckoning)) return divideMysql(left, right)
  if (typeof left === 'number' && typeof right === 'number')
    return (left - (left % right)) / right + 0
  return divideNumeric(left, right)
}

function divideWhole(left: Num, right: Num, reckoning: Reckoning): Num | null {
  if (isZero(right)) return byZero(reckoning)
  const quotient = divideDecimals(left, right, 30)
  return numberFrom(truncateDecimal(quotient, 0).decimal)
}

function remainder(left: Num, right: Num, reckoning: Reckoning): Num | null {
  if (isZero(right)) return byZero(reckoning)
  if (typeof left === 'number' && typeof right === 'number') return (left % right) + 0
  return remainderOfDecimals(left, right)
}

function plain(value: Num): number {
  return typeof value === 'number' ? value : 0
}

const operations: Partial<
  Record<BinaryOperator, (left: Num, right: Num, reckoning: Reckoning) => Num | null>
> = {
  '+': (a, b) => exact(a, b, plain(a) + plain(b), addDecimals),
  '-': (a, b) => exact(a, b, plain(a) - plain(b), subtractDecimals),
  '*': (a, b) => exact(a, b, plain(a) * plain(b), multiplyDecimals),
  '/': divide,
  '%': remainder,
  div: divideWhole,
}

export function isArithmetic(operator: BinaryOperator): boolean {
  return operator in operations
}

/** Of two numbers; a whole result too large to be exact comes as a decimal. */
export function reckon(
  operator: BinaryOperator,
  left: Num,
  right: Num,
  reckoning: Reckoning,
): Num | null {
  return operations[operator]?.(left, right, reckoning) ?? null
}
