/** Going through an expression: its parts, what is in it, and a copy with parts put in place. */
import type { Expression } from '../../../contract/statement.ts'

function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'kind' in value && 'at' in value
}

/** Subqueries are not gone into: what stands in them belongs to them. */
export function partsOf(expression: Expression): Expression[] {
  const parts: Expression[] = []
  for (const [field, value] of Object.entries(expression)) {
    if (field === 'query') continue
    if (field === 'whens') parts.push(...expressionsOfWhens(expression))
    else if (Array.isArray(value)) parts.push(...value.filter(isExpression))
    else if (isExpression(value)) parts.push(value)
  }
  return parts
}

function expressionsOfWhens(expression: Expression): Expression[] {
  if (expression.kind !== 'case') return []
  return expression.whens.flatMap(({ when, then }) => [when, then])
}

export function findPart(
  expression: Expression,
  isWanted: (part: Expression) => boolean,
): Expression | null {
  if (isWanted(expression)) return expression
  for (const part of partsOf(expression)) {
    const found = findPart(part, isWanted)
    if (found !== null) return found
  }
  return null
}

export function hasAggregate(expression: Expression): boolean {
  return findPart(expression, ({ kind }) => kind === 'aggregate') !== null
}

function replaceIn(value: unknown, change: (part: Expression) => Expression | null): unknown {
  if (Array.isArray(value)) return value.map(part => replaceIn(part, change))
  if (isExpression(value)) return replaceParts(value, change)
  if (typeof value !== 'object' || value === null || !('when' in value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [field, replaceIn(part, change)]),
  )
}

/** `change` gives what stands instead of a part, or null to go on into it. */
export function replaceParts(
  expression: Expression,
  change: (part: Expression) => Expression | null,
): Expression {
  const changed = change(expression)
  if (changed !== null) return changed
  const fields = Object.entries(expression).map(([field, value]) => [
    field,
    field === 'query' ? value : replaceIn(value, change),
  ])
  return Object.fromEntries(fields) as Expression
}
