/** Which column a name means (V4): of this query, or of one around it. */
import type { Dialect } from '../../../contract/sql.ts'
import { editionOf, foldCase } from '../values/value.ts'
import type { Scope } from './scope.ts'

export interface FoundColumn {
  scope: Scope
  index: number
}

/** MySQL takes names of columns without case; PostgreSQL's parser has folded what is not quoted. */
export function isSameName(left: string, right: string, dialect: Dialect): boolean {
  if (left === right) return true
  return editionOf(dialect) === 'mysql' && foldCase(left) === foldCase(right)
}

/** −1: there is none. */
export function columnIndex(scope: Pick<Scope, 'columns' | 'dialect'>, name: string): number {
  const exact = scope.columns.findIndex(column => column.name === name)
  if (exact >= 0) return exact
  return scope.columns.findIndex(column => isSameName(column.name, name, scope.dialect))
}

/** Names of tables and aliases keep their case in both editions (Aurora MySQL runs on Linux). */
function isNamed(scope: Scope, table: string | null): boolean {
  if (table === null) return true
  return scope.tableName === table
}

export function findColumn(
  table: string | null,
  name: string,
  scope: Scope | null,
): FoundColumn | null {
  if (scope === null) return null
  const index = isNamed(scope, table) ? columnIndex(scope, name) : -1
  return index >= 0 ? { scope, index } : findColumn(table, name, scope.outer)
}

/** Whether any query here or around has a table of this name. */
export function isTableKnown(table: string, scope: Scope | null): boolean {
  if (scope === null) return false
  return isNamed(scope, table) || isTableKnown(table, scope.outer)
}
