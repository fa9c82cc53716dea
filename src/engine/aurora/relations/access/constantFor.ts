/** Values that a WHERE compares columns with: known before any row is looked at. */
import type { ColumnType, Expression } from '../../../contract/statement.ts'
import { refusalOf } from '../errors/refusal.ts'
import { evaluate } from '../expressions/evaluate.ts'
import { findColumn } from '../expressions/findColumn.ts'
import type { Scope } from '../expressions/scope.ts'
import { findPart } from '../expressions/walk.ts'
import { readNumber } from '../values/readNumber.ts'
import type { SqlValue } from '../values/value.ts'

const rowBound = new Set(['scalarQuery', 'exists', 'inQuery', 'aggregate', 'proposed', 'default'])

function dependsOnRow(expression: Expression, scope: Scope): boolean {
  const found = findPart(expression, part => {
    if (part.kind !== 'column') return rowBound.has(part.kind)
    return findColumn(part.table, part.name, scope)?.scope === scope
  })
  return found !== null
}

/** Text beside a number is a number; other mixtures are not looked up in an index. */
function fitting(value: SqlValue, type: ColumnType): SqlValue | undefined {
  if (value === null) return null
  const isNumber = typeof value === 'number' || typeof value === 'object'
  if (type.name === 'text') return typeof value === 'string' ? value : undefined
  if (isNumber || type.name === 'boolean') return typeof value === 'string' ? undefined : value
  const read = typeof value === 'string' ? readNumber(value) : null
  return read?.isAll ? read.value : undefined
}

/** The value, as a key of a column of this type has it; undefined = it can not be used so. */
export function constantFor(
  expression: Expression,
  type: ColumnType,
  scope: Scope,
): SqlValue | undefined {
  if (expression.kind === 'literal' || !dependsOnRow(expression, scope)) {
    try {
      return fitting(evaluate(expression, scope), type)
    } catch (thrown) {
      if (refusalOf(thrown) === null) throw thrown
    }
  }
  return undefined
}
