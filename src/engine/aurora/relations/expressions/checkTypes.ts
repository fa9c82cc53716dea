/**
 * PostgreSQL looks at types before it runs anything: operators and functions that no such types
 * have, conditions that are not boolean, literals that can not be read as what they stand beside.
 * MySQL converts instead, so nothing is checked for it (V10).
 */
import type { Expression } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { coerceTo } from '../values/coerceTo.ts'
import { checkCallTypes } from './checkCallTypes.ts'
import { columnTypeOf } from './columnTypeOf.ts'
import type { Scope } from './scope.ts'
import {
  commonType,
  isCompatible,
  isNumberType,
  isOpen,
  isTextType,
  type TypeName,
} from './typeNames.ts'
import { typeOf } from './typeOf.ts'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

interface Operation {
  operator: string
  left: TypeName
  right: TypeName
  at: number
}

function refuseOperator({ operator, left, right, at }: Operation, scope: Scope): never {
  const parameters = { left: `${left} `, operator, right: ` ${right}` }
  return refuseFor(scope.dialect, 'noOperator', parameters, at)
}

/** A literal text beside a typed value is read as that type, or refused where it stands. */
function readLiteral(expression: Expression, type: TypeName, scope: Scope): void {
  const isText = expression.kind === 'literal' && expression.literal.kind === 'text'
  const target = columnTypeOf(type)
  if (!isText || target === null || expression.literal.kind !== 'text') return
  const place = { name: '', type: target }
  coerceTo(place, expression.literal.value, scope.dialect, { position: expression.at })
}

function checkComparable(
  operation: Operation,
  parts: [Expression, Expression],
  scope: Scope,
): void {
  const { left, right } = operation
  if (!isCompatible(left, right)) refuseOperator(operation, scope)
  readLiteral(parts[0], right, scope)
  readLiteral(parts[1], left, scope)
}

export function checkCondition(expression: Expression, place: string, scope: Scope): void {
  const type = typeOf(expression, scope)
  if (type === 'unknown') return readLiteral(expression, 'boolean', scope)
  if (type === 'boolean' || type === 'any') return
  refuseFor(scope.dialect, 'notTruth', { place, type }, expression.at)
}

function operationOf({ operator, left, right, at }: Of<'binary'>, scope: Scope): Operation {
  return { operator, left: typeOf(left, scope), right: typeOf(right, scope), at }
}

function checkArithmetic(expression: Of<'binary'>, scope: Scope): void {
  const operation = operationOf(expression, scope)
  const { left, right } = operation
  if (left === 'unknown' && right === 'unknown') {
    refuseFor(
      scope.dialect,
      'operatorNotUnique',
      { left: 'unknown ', operator: operation.operator, right: ' unknown' },
      expression.at,
    )
  }
  const isNumeric = [left, right].every(type => isNumberType(type) || isOpen(type))
  if (!isNumeric) refuseOperator(operation, scope)
  readLiteral(expression.left, right, scope)
  readLiteral(expression.right, left, scope)
}

function checkJoining(expression: Of<'binary'>, scope: Scope): void {
  const operation = operationOf(expression, scope)
  const { left, right } = operation
  const hasText = [left, right].some(type => isTextType(type) || isOpen(type))
  if (!hasText) refuseOperator(operation, scope)
}

const logical = ['and', 'or']
const arithmetic = ['+', '-', '*', '/', '%']

function checkBinary(expression: Of<'binary'>, scope: Scope): void {
  const { operator, left, right } = expression
  if (logical.includes(operator)) {
    checkCondition(left, operator.toUpperCase(), scope)
    return checkCondition(right, operator.toUpperCase(), scope)
  }
  if (arithmetic.includes(operator)) return checkArithmetic(expression, scope)
  if (operator === '||') return checkJoining(expression, scope)
  checkComparable(operationOf(expression, scope), [left, right], scope)
}

function checkUnary({ operator, operand, at }: Of<'unary'>, scope: Scope): void {
  if (operator === 'not') return checkCondition(operand, 'NOT', scope)
  const type = typeOf(operand, scope)
  if (isNumberType(type) || type === 'any') return
  const unclear = operand.kind === 'literal'
  if (unclear)
    refuseFor(scope.dialect, 'operatorNotUnique', { left: '', operator, right: ' unknown' }, at)
  if (type === 'unknown') return
  refuseFor(scope.dialect, 'noOperator', { left: '', operator, right: ` ${type}` }, at)
}

function checkAgainst(operand: Expression, others: [string, Expression][], scope: Scope): void {
  const left = typeOf(operand, scope)
  for (const [operator, other] of others) {
    const operation = { operator, left, right: typeOf(other, scope), at: operand.at }
    checkComparable(operation, [operand, other], scope)
  }
}

function checkLike(
  { operand, pattern, isNegated, ignoresCase, at }: Of<'like'>,
  scope: Scope,
): void {
  const [left, right] = [typeOf(operand, scope), typeOf(pattern, scope)]
  if ([left, right].every(type => isTextType(type) || isOpen(type))) return
  const operator = `${isNegated ? '!' : ''}~~${ignoresCase ? '*' : ''}`
  refuseOperator({ operator, left, right, at }, scope)
}

function checkMatching(what: string, parts: readonly Expression[], scope: Scope): void {
  const common = commonType(parts.map(part => typeOf(part, scope)))
  for (const part of parts) {
    const right = typeOf(part, scope)
    if (!isCompatible(common, right)) {
      refuseFor(scope.dialect, 'typesDoNotMatch', { what, left: common, right }, part.at)
    }
    readLiteral(part, common, scope)
  }
}

function checkCase({ operand, whens, otherwise }: Of<'case'>, scope: Scope): void {
  for (const { when } of whens) {
    if (operand === null) checkCondition(when, 'CASE/WHEN', scope)
    else checkAgainst(operand, [['=', when]], scope)
  }
  const results = [...(otherwise ? [otherwise] : []), ...whens.map(({ then }) => then)]
  checkMatching('CASE', results, scope)
}

function checkCall(call: Of<'call'>, scope: Scope): void {
  const matching = ['coalesce', 'greatest', 'least']
  if (matching.includes(call.name)) checkMatching(call.name.toUpperCase(), call.arguments, scope)
  else checkCallTypes(call, call.arguments, scope)
}

/** The cast of a literal is done while the statement is read. */
function readAs({ operand, type }: Of<'cast'>, scope: Scope): void {
  if (operand.kind !== 'literal' || operand.literal.kind !== 'text' || type.name === 'text') return
  const place = { position: operand.at }
  coerceTo({ name: '', type }, operand.literal.value, scope.dialect, place)
}

/** One expression, whose parts have been checked. Only for PostgreSQL. */
export function checkTypes(expression: Expression, scope: Scope): void {
  const { kind } = expression
  if (kind === 'binary') checkBinary(expression, scope)
  else if (kind === 'unary') checkUnary(expression, scope)
  else if (kind === 'in') {
    checkAgainst(
      expression.operand,
      expression.list.map(part => ['=', part]),
      scope,
    )
  } else if (kind === 'between') {
    const bounds: [string, Expression][] = [
      ['>=', expression.low],
      ['<=', expression.high],
    ]
    checkAgainst(expression.operand, bounds, scope)
  } else if (kind === 'like') checkLike(expression, scope)
  else if (kind === 'case') checkCase(expression, scope)
  else if (kind === 'cast') readAs(expression, scope)
  else if (kind === 'isTruth') checkCondition(expression.operand, 'IS TRUE', scope)
  else if (kind === 'call') checkCall(expression, scope)
  else if (kind === 'aggregate' && expression.argument !== null) {
    checkCallTypes(expression, [expression.argument], scope)
  }
}

/** Whether a value may be stored in a column without being asked to (assignment). */
export function checkAssignedType(
  column: { name: string; type: Parameters<typeof coerceTo>[0]['type'] },
  expression: Expression,
  scope: Scope,
): void {
  const given = typeOf(expression, scope)
  const type = typeOf({ kind: 'cast', at: 0, operand: expression, type: column.type }, scope)
  readLiteral(expression, type, scope)
  if (isCompatible(type, given) || isTextType(type)) return
  const parameters = { column: column.name, type, given }
  refuseFor(scope.dialect, 'assignedType', parameters, expression.at)
}
