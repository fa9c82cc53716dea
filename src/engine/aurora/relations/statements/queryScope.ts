/**
 * The scope in which a statement evaluates, with its subqueries. A subquery is a consistent read of
 * one table; inside a change at REPEATABLE READ InnoDB locks what it reads, so that it reads the
 * newest. It is answered as a whole or, when something is missing, begun again.
 */
import type { Expression, Select } from '../../../contract/statement.ts'
import { choosePath } from '../access/choosePath.ts'
import type { Cursor } from '../access/cursor.ts'
import type { Scan, ScanLock } from '../access/scan.ts'
import { scanRows } from '../access/scanRows.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { checkSelect } from '../expressions/checkNames.ts'
import { findColumn } from '../expressions/findColumn.ts'
import { project, rowsWanted } from '../expressions/project.ts'
import type { Scope, ScopeColumn } from '../expressions/scope.ts'
import { findPart } from '../expressions/walk.ts'
import { keepsGaps } from '../locks/recordLocks.ts'
import { sessionFunction, variableOf } from '../sessions/variables.ts'
import { numbered, type Work } from '../sessions/work.ts'
import type { Table } from '../tables/tableTypes.ts'
import { editionOf, type SqlValue } from '../values/value.ts'
import { openTable } from './openTable.ts'
import { systemRows } from './systemRows.ts'

interface Source {
  name: string | null
  columns: readonly ScopeColumn[]
}

export function createScope(work: Work, source: Source, outer: Scope | null = null): Scope {
  return {
    dialect: work.relations.dialect,
    tableName: source.name,
    columns: source.columns,
    row: null,
    proposed: null,
    variable: (_, name) => variableOf(work, name),
    sessionFunction: name => sessionFunction(work, name),
    answerOf: (query, scope) => answerOf(work, query, scope),
    outer,
  }
}

/** Of a table of ours: what its alias hides, and by which columns grouping leaves one row. */
export function scopeOf(
  work: Work,
  table: Table,
  alias: string | null,
  outer: Scope | null = null,
): Scope {
  const { name, columns, primary } = table
  return {
    ...createScope(work, { name: alias ?? name, columns }, outer),
    hiddenName: alias === null ? null : name,
    keyColumns: primary.map(place => columns[place]!.name),
  }
}

export function newCursor(path: Cursor['path']): Cursor {
  return { path, range: 0, after: null, rows: null, next: 0 }
}

/** Everything that is looked at in a query, but for its own subqueries. */
function expressionsOf(query: Select): Expression[] {
  const { items, where, groupBy, having, orderBy, limit, offset } = query
  const ordered = orderBy.map(({ expression }) => expression)
  const single = [where, having, limit, offset].filter(its => its !== null)
  return [...items.map(({ expression }) => expression), ...groupBy, ...ordered, ...single]
}

/** True when the answer is the same for every row around it. */
function standsAlone(query: Select, scope: Scope): boolean {
  const alone = { ...scope, outer: null }
  const reaches = (part: Expression) =>
    'query' in part || (part.kind === 'column' && findColumn(part.table, part.name, alone) === null)
  return expressionsOf(query).every(expression => findPart(expression, reaches) === null)
}

function lockInside({ running, session, relations }: Work): ScanLock | null {
  const isChange = running.statement.kind !== 'select'
  const isMysql = editionOf(relations.dialect) === 'mysql'
  if (!isChange || !isMysql || !keepsGaps(session.transaction!.isolation)) return null
  return { purpose: 'share', onConflict: 'wait', isSemiConsistent: false }
}

function refuseTarget({ running, relations }: Work, query: Select): void {
  const { statement } = running
  const { kind } = statement
  const isChange = kind === 'update' || kind === 'delete' || kind === 'insert'
  if (editionOf(relations.dialect) !== 'mysql' || !isChange || query.from === null) return
  if (query.from.table.name !== statement.table.name) return
  refuseFor(relations.dialect, 'targetTableRead', { table: statement.table.name }, query.at)
}

function rowsOf(work: Work, query: Select, outer: Scope): { scope: Scope; rows: SqlValue[][] } {
  if (query.from === null) {
    return { scope: createScope(work, { name: null, columns: [] }, outer), rows: [[]] }
  }
  const { table: name, alias, schema } = query.from
  const system = systemRows(work, schema, name)
  if (system !== null) {
    const source = { name: alias ?? name.name, columns: system.columns }
    return { scope: createScope(work, source, outer), rows: system.rows }
  }
  const lock = lockInside(work)
  const table = openTable(work, name, lock === null ? 'read' : 'share')
  const scope = scopeOf(work, table, alias, outer)
  const rows: SqlValue[][] = []
  const wanted = rowsWanted(query, scope)
  const take: Scan['take'] = ({ values }) => rows.push([...values]) !== wanted
  const cursor = newCursor(choosePath(table, query.where, scope))
  if (wanted !== 0) scanRows(work, { table, scope, where: query.where, cursor, lock, take })
  return { scope, rows }
}

function answerFresh(work: Work, query: Select, outer: Scope): SqlValue[][] {
  const before = work.running.visited
  try {
    const { scope, rows } = rowsOf(work, query, outer)
    checkSelect(query, scope)
    const answer = project(query, rows, scope).rows
    if (standsAlone(query, scope)) work.running.subanswers.set(query.at, answer)
    return answer
  } catch (thrown) {
    work.running.visited = before
    throw thrown
  }
}

/** Rows of a subquery for the row at hand. */
function answerOf(work: Work, query: Select, outer: Scope): SqlValue[][] {
  refuseTarget(work, query)
  numbered(work)
  const known = work.running.subanswers.get(query.at)
  return known ?? answerFresh(work, query, outer)
}
