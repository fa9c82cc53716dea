/** A name that no column here or around has, in the edition's words. */
import { refuseFor } from '../errors/sqlError.ts'
import { isTableKnown } from './findColumn.ts'
import type { Scope } from './scope.ts'

export interface ColumnName {
  table: string | null
  name: string
  at: number
}

/** `place` as MySQL names it: `field list`, `where clause`. */
export function refuseColumn({ table, name, at }: ColumnName, scope: Scope, place: string): never {
  const { dialect } = scope
  if (table === null) return refuseFor(dialect, 'unknownColumn', { column: name, place }, at)
  const isHidden = typeof scope.hiddenName === 'string' && scope.hiddenName === table
  const isKnown = isTableKnown(table, scope)
  const missing = isHidden ? 'hiddenQualifier' : 'unknownQualifier'
  const cause = isKnown ? 'unknownQualifiedColumn' : missing
  return refuseFor(dialect, cause, { table, column: name, place }, at)
}
