/**
 * What a grouped SELECT may name outside its aggregates: expressions it groups by, and columns that
 * follow from a primary key it groups by. MySQL 5.6 does not mind (V11). And what DISTINCT lets
 * ORDER BY name.
 */
import type { Expression } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { columnIndex, isSameName } from './findColumn.ts'
import type { Output } from './outputOf.ts'
import type { Scope } from './scope.ts'
import { hasAggregate, partsOf } from './walk.ts'

/** The same for expressions that are written alike. */
function shapeOf(expression: Expression, scope: Scope): string {
  return JSON.stringify(expression, (field, value) => {
    if (field === 'at' || (field === 'table' && expression.kind === 'column')) return undefined
    if (typeof value !== 'object' || value?.kind !== 'column') return value
    return `column ${columnIndex(scope, value.name)}`
  })
}

/** The first column outside aggregates that is not of a group. */
function ungroupedIn(expression: Expression, shapes: string[], scope: Scope): Expression | null {
  if (expression.kind === 'aggregate' || shapes.includes(shapeOf(expression, scope))) return null
  if (expression.kind === 'column') {
    return columnIndex(scope, expression.name) >= 0 ? expression : null
  }
  for (const part of partsOf(expression)) {
    const found = ungroupedIn(part, shapes, scope)
    if (found !== null) return found
  }
  return null
}

/** Grouping by the whole primary key leaves one row to a group. */
function isByKey(groupBy: readonly Expression[], scope: Scope): boolean {
  const { keyColumns = [], dialect } = scope
  const names = groupBy.flatMap(part => (part.kind === 'column' ? [part.name] : []))
  const isNamed = (key: string) => names.some(name => isSameName(name, key, dialect))
  return keyColumns.length > 0 && keyColumns.every(isNamed)
}

interface Checked {
  expression: Expression
  /** As MySQL names it: `SELECT list`. */
  list: string
  number: number
}

function refuseUngrouped(
  found: Expression,
  checked: Checked,
  isBare: boolean,
  scope: Scope,
): never {
  const column = found.kind === 'column' ? found.name : ''
  const { list, number } = checked
  const parameters = { number, list, table: scope.tableName ?? '', column }
  return refuseFor(scope.dialect, isBare ? 'notAggregated' : 'notGrouped', parameters, found.at)
}

function checkedIn({ items, orderBy, having }: Output, isMysql: boolean): Checked[] {
  const listed = (parts: Expression[], list: string) =>
    parts.map((expression, index) => ({ expression, list, number: index + 1 }))
  return [
    ...listed(
      items.map(({ expression }) => expression),
      'SELECT list',
    ),
    ...listed(having === null || isMysql ? [] : [having], 'HAVING clause'),
    ...listed(
      orderBy.map(({ expression }) => expression),
      'ORDER BY',
    ),
  ]
}

export function checkGrouping(output: Output, scope: Scope): void {
  const { items, groupBy, having, orderBy } = output
  const parts = [...items, ...orderBy].map(({ expression }) => expression)
  const isGrouped = groupBy.length > 0 || having !== null || parts.some(hasAggregate)
  if (!isGrouped || scope.dialect === 'mysql-5.6' || isByKey(groupBy, scope)) return
  const shapes = groupBy.map(part => shapeOf(part, scope))
  for (const checked of checkedIn(output, scope.dialect !== 'postgresql-16')) {
    const found = ungroupedIn(checked.expression, shapes, scope)
    if (found !== null) refuseUngrouped(found, checked, groupBy.length === 0, scope)
  }
}

/** ORDER BY of a SELECT DISTINCT names what is selected. */
export function checkDistinctOrder(output: Output, scope: Scope): void {
  if (scope.dialect === 'mysql-5.6') return
  const shapes = output.items.map(({ expression }) => shapeOf(expression, scope))
  for (const [index, { expression }] of output.orderBy.entries()) {
    const found = ungroupedIn(expression, shapes, scope)
    if (found?.kind !== 'column') continue
    const parameters = { number: index + 1, table: scope.tableName ?? '', column: found.name }
    refuseFor(scope.dialect, 'orderNotInDistinct', parameters, expression.at)
  }
}
