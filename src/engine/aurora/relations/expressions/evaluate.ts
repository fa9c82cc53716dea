/** The value of an expression in a scope, with NULL as unknown; throws refusals. */
import type { BinaryOperator, Expression, Literal } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { coerceTo, rangeOf } from '../values/coerceTo.ts'
import { subtractDecimals } from '../values/decimals.ts'
import { numberIn } from '../values/readNumber.ts'
import {
  type Decimal,
  decimalOf,
  editionOf,
  foldCase,
  type SqlValue,
  textOf,
} from '../values/value.ts'
import { aggregate } from './aggregates.ts'
import { isArithmetic, reckon } from './arithmetic.ts'
import { type Call, callFunction } from './callFunction.ts'
import { castValue } from './castValue.ts'
import { compare, isComparison, isEqual } from './comparison.ts'
import { columnIndex, findColumn } from './findColumn.ts'
import { isLike } from './isLike.ts'
import { refuseColumn } from './refuseColumn.ts'
import type { Scope } from './scope.ts'
import { shown } from './shown.ts'
import { textFunctions } from './textFunctions.ts'
import { and, isTrue, not, or, type Truth, truthOf, truthValue } from './truth.ts'
import { typeOf } from './typeOf.ts'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

function isMysql(scope: Scope): boolean {
  return editionOf(scope.dialect) === 'mysql'
}

function literalValue(literal: Literal, scope: Scope): SqlValue {
  if (literal.kind === 'null') return null
  if (literal.kind === 'decimal') return decimalOf(literal.text)
  return literal.kind === 'boolean' ? truthValue(literal.value, scope.dialect) : literal.value
}

function columnValue(column: Of<'column'>, scope: Scope): SqlValue {
  const found = findColumn(column.table, column.name, scope)
  if (found === null) return refuseColumn(column, scope, 'field list')
  return found.scope.row?.[found.index] ?? null
}

function proposedValue({ name, at }: Of<'proposed'>, scope: Scope): SqlValue {
  const index = columnIndex(scope, name)
  if (index < 0) return refuseColumn({ table: null, name, at }, scope, 'field list')
  return scope.proposed?.[index] ?? null
}

/** PostgreSQL keeps whole results within the type of the operation. */
function isInRange(value: number, expression: Expression, scope: Scope): boolean {
  if (isMysql(scope) || Math.abs(value) <= 32767) return true
  const type = typeOf(expression, scope)
  const bits = type === 'smallint' ? 16 : type === 'integer' ? 32 : 64
  const [least, most] = rangeOf(bits)
  return value >= least && value <= most
}

function refuseRange(expression: Expression, scope: Scope): never {
  const type = typeOf(expression, scope)
  const text = 'whole numbers beyond 9007199254740991'
  return refuseFor(scope.dialect, 'outOfRange', { text, type })
}

/** A literal text beside a number is one (PostgreSQL); MySQL takes what it begins with. */
function operandOf(value: Exclude<SqlValue, null>, scope: Scope): number | Decimal {
  if (isMysql(scope) || typeof value !== 'string') return numberIn(value)
  const type = { name: 'decimal', precision: null, scale: null } as const
  const number = coerceTo({ name: '', type }, value, scope.dialect) as Decimal
  return numberIn(number.decimal)
}

function arithmetic(expression: Of<'binary'>, scope: Scope): SqlValue {
  const [left, right] = [evaluate(expression.left, scope), evaluate(expression.right, scope)]
  if (left === null || right === null) return null
  const { dialect, isChange = false } = scope
  const [a, b] = [operandOf(left, scope), operandOf(right, scope)]
  const value = reckon(expression.operator, a, b, { dialect, isChange })
  const isWhole = typeof a === 'number' && typeof b === 'number' && expression.operator !== '/'
  const isLost = isWhole && typeof value === 'object' && value !== null
  if (isLost || (typeof value === 'number' && !isInRange(value, expression, scope))) {
    refuseRange(expression, scope)
  }
  return value
}

function conditionOf(expression: Expression, scope: Scope): Truth {
  return truthOf(evaluate(expression, scope), scope.dialect)
}

function xor(left: Truth, right: Truth): Truth {
  return left === null || right === null ? null : left !== right
}

function logical({ operator, left, right }: Of<'binary'>, scope: Scope): Truth {
  const first = conditionOf(left, scope)
  if (operator === 'and') return first === false ? false : and(first, conditionOf(right, scope))
  if (operator === 'or') return first === true ? true : or(first, conditionOf(right, scope))
  return xor(first, conditionOf(right, scope))
}

function isSame(left: SqlValue, right: SqlValue, scope: Scope): boolean {
  if (left === null || right === null) return left === right
  return isEqual(left, right, scope.dialect) === true
}

function joined(left: SqlValue, right: SqlValue): SqlValue {
  return left === null || right === null ? null : textOf(left) + textOf(right)
}

function isLogical(operator: BinaryOperator): boolean {
  return operator === 'and' || operator === 'or' || operator === 'xor'
}

function binaryValue(expression: Of<'binary'>, scope: Scope): SqlValue {
  const { operator } = expression
  if (isArithmetic(operator)) return arithmetic(expression, scope)
  if (isLogical(operator)) return truthValue(logical(expression, scope), scope.dialect)
  const [left, right] = [evaluate(expression.left, scope), evaluate(expression.right, scope)]
  if (operator === '||') return joined(left, right)
  const isComparing = isComparison(operator)
  const truth = isComparing
    ? compare(operator, left, right, scope.dialect)
    : isSame(left, right, scope)
  return truthValue(truth, scope.dialect)
}

function unaryValue(expression: Of<'unary'>, scope: Scope): SqlValue {
  const { operator, operand } = expression
  if (operator === 'not') return truthValue(not(conditionOf(operand, scope)), scope.dialect)
  const value = evaluate(operand, scope)
  if (value === null) return null
  const number = operandOf(value, scope)
  if (operator === '+') return number
  if (typeof number === 'number') return 0 - number
  return subtractDecimals(0, number)
}

/** True if any is equal, else unknown if any comparison was. */
function isAmong(value: SqlValue, others: readonly SqlValue[], scope: Scope): Truth {
  return others.reduce<Truth>((found, other) => {
    return found === true ? true : or(found, isEqual(value, other, scope.dialect))
  }, false)
}

function memberTruth(isNegated: boolean, truth: Truth, scope: Scope): SqlValue {
  return truthValue(isNegated ? not(truth) : truth, scope.dialect)
}

function inValue({ isNegated, operand, list }: Of<'in'>, scope: Scope): SqlValue {
  const values = list.map(part => evaluate(part, scope))
  return memberTruth(isNegated, isAmong(evaluate(operand, scope), values, scope), scope)
}

function inQueryValue({ isNegated, operand, query, at }: Of<'inQuery'>, scope: Scope): SqlValue {
  const rows = scope.answerOf(query, scope)
  if (rows.some(row => row.length !== 1)) {
    return refuseFor(scope.dialect, 'subqueryTooManyColumns', {}, at)
  }
  const values = rows.map(([value]) => value ?? null)
  return memberTruth(isNegated, isAmong(evaluate(operand, scope), values, scope), scope)
}

function betweenValue({ isNegated, operand, low, high }: Of<'between'>, scope: Scope): SqlValue {
  const value = evaluate(operand, scope)
  const isAbove = compare('>=', value, evaluate(low, scope), scope.dialect)
  if (isAbove === false) return memberTruth(isNegated, false, scope)
  const isBelow = compare('<=', value, evaluate(high, scope), scope.dialect)
  return memberTruth(isNegated, and(isAbove, isBelow), scope)
}

function likeValue(expression: Of<'like'>, scope: Scope): SqlValue {
  const { operand, pattern, escape, isNegated, ignoresCase } = expression
  const values = [operand, pattern, ...(escape ? [escape] : [])].map(part => evaluate(part, scope))
  if (values.includes(null)) return null
  const fold = ignoresCase || isMysql(scope) ? foldCase : (text: string) => text
  const [text, wanted] = values.map(value => fold(textOf(value))) as [string, string]
  const isFound = isLike(text, wanted, escape ? textOf(values[2]!) : '\\')
  if (isFound === null && !isMysql(scope)) {
    return refuseFor(scope.dialect, 'likeEscape')
  }
  return memberTruth(isNegated, isFound === true, scope)
}

function caseValue({ operand, whens, otherwise }: Of<'case'>, scope: Scope): SqlValue {
  const value = operand === null ? null : evaluate(operand, scope)
  const chosen = whens.find(({ when }) => {
    const condition = evaluate(when, scope)
    if (operand === null) return isTrue(condition, scope.dialect)
    return isEqual(value, condition, scope.dialect) === true
  })
  if (chosen !== undefined) return evaluate(chosen.then, scope)
  return otherwise === null ? null : evaluate(otherwise, scope)
}

function firstPresent(parts: readonly Expression[], scope: Scope): SqlValue {
  for (const part of parts) {
    const value = evaluate(part, scope)
    if (value !== null) return value
  }
  return null
}

function callValue(call: Call, scope: Scope): SqlValue {
  const [first, second, third] = call.arguments
  const isIf = call.name === 'if' && isMysql(scope) && first && second && third
  if (isIf) return evaluate(conditionOf(first, scope) === true ? second : third, scope)
  const isLazy = call.name === 'coalesce' || (call.name === 'ifnull' && isMysql(scope))
  if (isLazy && call.arguments.length > 0) return firstPresent(call.arguments, scope)
  const isText = Object.hasOwn(textFunctions, call.name)
  const values = call.arguments.map(part => {
    const value = evaluate(part, scope)
    return isText ? shown(value, part, scope) : value
  })
  return callFunction(call, values, scope)
}

function aggregateValue(expression: Of<'aggregate'>, scope: Scope): SqlValue {
  const { name, isDistinct, argument, at } = expression
  const { group, dialect } = scope
  if (group === undefined) return refuseFor(dialect, 'aggregateNotAllowed', { place: 'WHERE' }, at)
  if (argument === null) return group.length
  const inside: Scope = { ...scope, group: undefined }
  const values = group.map(row => {
    inside.row = row
    return evaluate(argument, inside)
  })
  return aggregate(values, { name, isDistinct, dialect, type: typeOf(argument, scope) })
}

function scalarValue({ query, at }: Of<'scalarQuery'>, scope: Scope): SqlValue {
  const rows = scope.answerOf(query, scope)
  if (rows.some(row => row.length !== 1)) {
    return refuseFor(scope.dialect, 'subqueryColumns', {}, at)
  }
  if (rows.length > 1) return refuseFor(scope.dialect, 'subqueryRows')
  return rows[0]?.[0] ?? null
}

function variableValue(expression: Of<'variable'>, scope: Scope): SqlValue {
  const value = scope.variable(expression.scope, expression.name)
  if (value !== undefined) return value
  return refuseFor(scope.dialect, 'unknownVariable', { name: expression.name }, expression.at)
}

function truthTest({ operand, truth, isNegated }: Of<'isTruth'>, scope: Scope): SqlValue {
  return memberTruth(isNegated, conditionOf(operand, scope) === truth, scope)
}

/** Throws a refusal where the edition answers with an error. */
export function evaluate(expression: Expression, scope: Scope): SqlValue {
  switch (expression.kind) {
    case 'literal':
      return literalValue(expression.literal, scope)
    case 'column':
      return columnValue(expression, scope)
    case 'proposed':
      return proposedValue(expression, scope)
    case 'unary':
      return unaryValue(expression, scope)
    case 'binary':
      return binaryValue(expression, scope)
    case 'in':
      return inValue(expression, scope)
    case 'inQuery':
      return inQueryValue(expression, scope)
    case 'between':
      return betweenValue(expression, scope)
    case 'like':
      return likeValue(expression, scope)
    case 'isNull':
      return memberTruth(expression.isNegated, evaluate(expression.operand, scope) === null, scope)
    case 'isTruth':
      return truthTest(expression, scope)
    case 'case':
      return caseValue(expression, scope)
    case 'cast':
      return castValue(evaluate(expression.operand, scope), expression.type, scope.dialect)
    case 'call':
      return callValue(expression, scope)
    case 'aggregate':
      return aggregateValue(expression, scope)
    case 'scalarQuery':
      return scalarValue(expression, scope)
    case 'exists':
      return truthValue(scope.answerOf(expression.query, scope).length > 0, scope.dialect)
    case 'variable':
      return variableValue(expression, scope)
    case 'default':
    case 'star':
      return refuseFor(scope.dialect, 'defaultMisplaced', {}, expression.at)
  }
}
