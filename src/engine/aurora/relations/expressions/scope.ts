/**
 * Where an expression is evaluated: the columns of the one table, the row at hand, and what only
 * the session or the machine can answer. A subquery sees the row of the query around it by `outer`.
 */
import type { Dialect } from '../../../contract/sql.ts'
import type { ColumnType, Select } from '../../../contract/statement.ts'
import type { SqlValue } from '../values/value.ts'

export interface ScopeColumn {
  name: string
  type: ColumnType
}

export interface Scope {
  dialect: Dialect
  /** The alias if there is one; null without FROM. */
  tableName: string | null
  /** The name that the alias hides; missing or null: there is no alias. */
  hiddenName?: string | null
  columns: readonly ScopeColumn[]
  /** Null while only names and types are checked. */
  row: readonly SqlValue[] | null
  /** The row that INSERT proposed: `excluded.x`, `VALUES(x)`. */
  proposed: readonly SqlValue[] | null
  /** INSERT or UPDATE: MySQL refuses to divide by zero there, instead of giving NULL. */
  isChange?: boolean
  /** `@@name`, `current_setting('name')`; undefined: there is none. */
  variable(scope: 'session' | 'global' | null, name: string): SqlValue | undefined
  /** `connection_id`, `now`, `current_user`, `version` …; undefined: there is none. */
  sessionFunction(name: string): SqlValue | undefined
  /** Rows of a subquery, whose outer scope is this one. */
  answerOf(query: Select, scope: Scope): SqlValue[][]
  outer: Scope | null
  /** Names of the primary key's columns: grouping by them allows all columns. */
  keyColumns?: readonly string[]
  /** The rows that aggregates go over; missing: there is no group here. */
  group?: readonly (readonly SqlValue[])[]
}
