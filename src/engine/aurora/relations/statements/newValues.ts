/** The values that a change gives to a row, as its columns hold them. */
import type { Assignment, Expression } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { checkAssignment, checkExpression } from '../expressions/checkNames.ts'
import { evaluate } from '../expressions/evaluate.ts'
import type { Scope } from '../expressions/scope.ts'
import { placeOfColumn } from '../tables/defineTable.ts'
import type { Column, Table } from '../tables/tableTypes.ts'
import { coerceTo } from '../values/coerceTo.ts'
import { editionOf, type SqlValue } from '../values/value.ts'

export function refuseNull(table: Table, column: Column, cause: 'notNull' | 'noDefault'): never {
  const parameters = { column: column.name, table: table.name }
  refuseFor(table.rows.dialect, cause, parameters)
}

/** Place of a column that is assigned to; refuses an unknown one. */
export function assignedPlace(table: Table, { name, at }: Assignment['column']): number {
  const place = placeOfColumn(table.columns, name)
  if (place >= 0) return place
  const parameters = { column: name, table: table.name }
  return refuseFor(table.rows.dialect, 'unknownColumnOfTable', parameters, at)
}

/** What DEFAULT means for a column; NULL where nothing is said. */
export function defaultOf(column: Column, scope: Scope): SqlValue {
  if (column.default === null) return null
  return coerceTo(column, evaluate(column.default, scope), scope.dialect)
}

/** The value of an expression as the column holds it. */
export function valueFor(
  column: Column,
  expression: Expression,
  scope: Scope,
  rowNumber: number,
): SqlValue {
  if (expression.kind === 'default') return defaultOf(column, scope)
  return coerceTo(column, evaluate(expression, scope), scope.dialect, rowNumber)
}

export function checkAssignments(
  table: Table,
  assignments: readonly Assignment[],
  scope: Scope,
): void {
  for (const { column, value } of assignments) {
    const place = assignedPlace(table, column)
    if (value.kind === 'default') continue
    checkExpression(value, scope, 'set')
    checkAssignment(table.columns[place]!, value, scope)
  }
}

/** MySQL assigns from left to right and sees what it has assigned; others see the old row. */
export function assigned(
  table: Table,
  assignments: readonly Assignment[],
  old: readonly SqlValue[],
  scope: Scope,
): SqlValue[] {
  const values = [...old]
  const seesNew = editionOf(scope.dialect) === 'mysql'
  for (const { column: name, value } of assignments) {
    const place = assignedPlace(table, name)
    const column = table.columns[place]!
    const inside: Scope = { ...scope, row: seesNew ? values : old, isChange: true }
    values[place] = valueFor(column, value, inside, 1)
    if (values[place] === null && !column.isNullable) refuseNull(table, column, 'notNull')
  }
  return values
}
