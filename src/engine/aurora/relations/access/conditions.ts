/** What a WHERE says of single columns, as far as an index can use it: bounds and lists. */
import type { BinaryOperator, ColumnType, Expression } from '../../../contract/statement.ts'
import { findColumn } from '../expressions/findColumn.ts'
import type { Scope } from '../expressions/scope.ts'
import type { SqlValue } from '../values/value.ts'
import { constantFor } from './constantFor.ts'

/** A column equals one of these values, or lies between two. */
export type Condition = { column: number } & (
  | { kind: 'among'; values: SqlValue[] }
  | { kind: 'bound'; side: 'low' | 'high'; value: SqlValue; isOpen: boolean }
)

const mirrored: Partial<Record<BinaryOperator, BinaryOperator>> = {
  '=': '=',
  '<=>': '<=>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** Parts that all have to hold. */
function conjuncts(where: Expression): Expression[] {
  if (where.kind !== 'binary' || where.operator !== 'and') return [where]
  return [...conjuncts(where.left), ...conjuncts(where.right)]
}

function columnOf(
  expression: Expression,
  scope: Scope,
): { column: number; type: ColumnType } | null {
  if (expression.kind !== 'column') return null
  const found = findColumn(expression.table, expression.name, scope)
  if (found === null || found.scope !== scope) return null
  return { column: found.index, type: scope.columns[found.index]!.type }
}

function bound(column: number, operator: BinaryOperator, value: SqlValue): Condition {
  const side = operator === '<' || operator === '<=' ? 'high' : 'low'
  return { column, kind: 'bound', side, value, isOpen: operator === '<' || operator === '>' }
}

function compared(
  left: Expression,
  operator: BinaryOperator,
  right: Expression,
  scope: Scope,
): Condition[] {
  const its = columnOf(left, scope)
  const value = its === null ? undefined : constantFor(right, its.type, scope)
  if (its === null || value === undefined) return []
  const { column } = its
  if (operator === '<=>') return [{ column, kind: 'among', values: [value] }]
  if (operator === '=') return [{ column, kind: 'among', values: value === null ? [] : [value] }]
  return value === null ? [] : [bound(column, operator, value)]
}

function ofComparison(part: Extract<Expression, { kind: 'binary' }>, scope: Scope): Condition[] {
  const other = mirrored[part.operator]
  if (other === undefined) return []
  const direct = compared(part.left, part.operator, part.right, scope)
  return direct.length > 0 ? direct : compared(part.right, other, part.left, scope)
}

function ofList({ operand, list }: Extract<Expression, { kind: 'in' }>, scope: Scope): Condition[] {
  const its = columnOf(operand, scope)
  if (its === null) return []
  const values = list.map(part => constantFor(part, its.type, scope))
  if (values.includes(undefined)) return []
  const present = values.filter(value => value !== null) as SqlValue[]
  return [{ column: its.column, kind: 'among', values: present }]
}

function ofBetween(part: Extract<Expression, { kind: 'between' }>, scope: Scope): Condition[] {
  const { operand, low, high } = part
  return [...compared(operand, '>=', low, scope), ...compared(operand, '<=', high, scope)]
}

/** The text before the first wildcard; null = there is none. */
function prefixOf(pattern: string): string | null {
  const end = pattern.search(/[%_\\]/)
  const prefix = end < 0 ? pattern : pattern.slice(0, end)
  return prefix === '' ? null : prefix
}

function ofLike(part: Extract<Expression, { kind: 'like' }>, scope: Scope): Condition[] {
  const its = columnOf(part.operand, scope)
  if (its === null || its.type.name !== 'text' || part.ignoresCase || part.escape) return []
  const pattern = constantFor(part.pattern, its.type, scope)
  const prefix = typeof pattern === 'string' ? prefixOf(pattern) : null
  if (prefix === null) return []
  const { column } = its
  return [
    { column, kind: 'bound', side: 'low', value: prefix, isOpen: false },
    { column, kind: 'bound', side: 'high', value: `${prefix}\u{10ffff}`, isOpen: true },
  ]
}

function ofPart(part: Expression, scope: Scope): Condition[] {
  if (part.kind === 'binary') return ofComparison(part, scope)
  if (part.kind === 'in' && !part.isNegated) return ofList(part, scope)
  if (part.kind === 'between' && !part.isNegated) return ofBetween(part, scope)
  if (part.kind === 'like' && !part.isNegated) return ofLike(part, scope)
  if (part.kind !== 'isNull' || part.isNegated) return []
  const its = columnOf(part.operand, scope)
  return its === null ? [] : [{ column: its.column, kind: 'among', values: [null] }]
}

export function conditionsOf(where: Expression | null, scope: Scope): Condition[] {
  return where === null ? [] : conjuncts(where).flatMap(part => ofPart(part, scope))
}
