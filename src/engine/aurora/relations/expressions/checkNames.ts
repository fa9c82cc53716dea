/**
 * What can be said against a statement before a row is looked at: columns that are not there,
 * functions that are not known, aggregates in a wrong place. Subqueries are checked when they run.
 */
import type { Expression, Select } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { editionOf } from '../values/value.ts'
import { type Call, checkCall } from './callFunction.ts'
import { checkDistinctOrder, checkGrouping } from './checkGrouping.ts'
import { checkAssignedType, checkCondition, checkTypes } from './checkTypes.ts'
import { columnIndex, findColumn } from './findColumn.ts'
import { type Output, outputOf } from './outputOf.ts'
import { refuseColumn } from './refuseColumn.ts'
import type { Scope, ScopeColumn } from './scope.ts'
import { hasAggregate, partsOf } from './walk.ts'

export type Place =
  | 'select'
  | 'where'
  | 'group'
  | 'having'
  | 'order'
  | 'set'
  | 'values'
  | 'returning'

const mysqlPlaces: Record<Place, string> = {
  select: 'field list',
  where: 'where clause',
  group: 'group statement',
  having: 'having clause',
  order: 'order clause',
  set: 'field list',
  values: 'field list',
  returning: 'field list',
}

const postgresqlPlaces: Record<Place, string> = {
  select: 'SELECT',
  where: 'WHERE',
  group: 'GROUP BY',
  having: 'HAVING',
  order: 'ORDER BY',
  set: 'UPDATE',
  values: 'VALUES',
  returning: 'RETURNING',
}

function isAggregateAllowed(place: Place): boolean {
  return place === 'select' || place === 'having' || place === 'order'
}

function checkAggregate(expression: Expression, scope: Scope, place: Place, isInside: boolean) {
  if (expression.kind !== 'aggregate') return
  const where = postgresqlPlaces[place]
  if (isInside) refuseFor(scope.dialect, 'aggregateNested', {}, expression.at)
  if (isAggregateAllowed(place)) return
  refuseFor(scope.dialect, 'aggregateNotAllowed', { place: where }, expression.at)
}

/** A subquery that gives a value has one column; how many `*` is shows when it runs. */
function checkWidth(
  { kind, query, at }: Extract<Expression, { kind: 'scalarQuery' | 'inQuery' }>,
  scope: Scope,
): void {
  if (query.items.length <= 1) return
  const cause = kind === 'inQuery' ? 'subqueryTooManyColumns' : 'subqueryColumns'
  refuseFor(scope.dialect, cause, {}, at)
}

function checkPart(expression: Expression, scope: Scope, place: Place): void {
  const { kind } = expression
  if (kind === 'column' && findColumn(expression.table, expression.name, scope) === null) {
    refuseColumn(expression, scope, mysqlPlaces[place])
  }
  if (kind === 'proposed' && columnIndex(scope, expression.name) < 0) {
    refuseColumn({ ...expression, table: null }, scope, mysqlPlaces[place])
  }
  if (kind === 'call') checkCall(expression as Call, scope)
  if (kind === 'scalarQuery' || kind === 'inQuery') checkWidth(expression, scope)
}

function checkTree(expression: Expression, scope: Scope, place: Place, isInside: boolean): void {
  checkAggregate(expression, scope, place, isInside)
  checkPart(expression, scope, place)
  const isWithin = isInside || expression.kind === 'aggregate'
  for (const part of partsOf(expression)) checkTree(part, scope, place, isWithin)
  if (editionOf(scope.dialect) === 'postgresql') checkTypes(expression, scope)
}

/** Throws the refusal; positions are those of the statement's text. */
export function checkExpression(expression: Expression, scope: Scope, place: Place): void {
  checkTree(expression, scope, place, false)
  const isCondition = place === 'where' || place === 'having'
  if (!isCondition || editionOf(scope.dialect) === 'mysql') return
  checkCondition(expression, postgresqlPlaces[place], scope)
}

/** The value of INSERT or UPDATE for a column: PostgreSQL does not make a number of text. */
export function checkAssignment(column: ScopeColumn, value: Expression, scope: Scope): void {
  if (value.kind === 'default' || editionOf(scope.dialect) === 'mysql') return
  checkAssignedType(column, value, scope)
}

/** PostgreSQL locks rows only where rows of the answer are rows of the table. */
function checkLocking({ locking, isDistinct }: Select, output: Output, scope: Scope): void {
  if (locking === null || editionOf(scope.dialect) === 'mysql') return
  const strengths = {
    update: 'FOR UPDATE',
    noKeyUpdate: 'FOR NO KEY UPDATE',
    share: 'FOR SHARE',
    keyShare: 'FOR KEY SHARE',
  }
  const parts = [...output.items, ...output.orderBy].map(({ expression }) => expression)
  const what = isDistinct
    ? 'DISTINCT clause'
    : output.groupBy.length > 0
      ? 'GROUP BY clause'
      : output.having !== null
        ? 'HAVING clause'
        : 'aggregate functions'
  const isPlain = what === 'aggregate functions' && !parts.some(hasAggregate)
  if (isPlain) return
  refuseFor(scope.dialect, 'lockingWithGroups', { strength: strengths[locking.strength], what })
}

/** Every clause of it; `scope` has the columns of its table. */
export function checkSelect(select: Select, scope: Scope): void {
  const output = outputOf(select, scope)
  const { items, groupBy, having, orderBy } = output
  for (const { expression } of items) checkExpression(expression, scope, 'select')
  if (select.where !== null) checkExpression(select.where, scope, 'where')
  for (const expression of groupBy) checkExpression(expression, scope, 'group')
  if (having !== null) checkExpression(having, scope, 'having')
  for (const { expression } of orderBy) checkExpression(expression, scope, 'order')
  checkGrouping(output, scope)
  if (select.isDistinct) checkDistinctOrder(output, scope)
  checkLocking(select, output, scope)
}
