/**
 * From the rows that a WHERE let through to the rows of the answer: groups, HAVING, the select
 * list, DISTINCT, ORDER BY, LIMIT, in this order.
 */
import type { Expression, OrderItem, Select, SelectItem } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { compareValues } from '../values/compareValues.ts'
import { numberIn, wholeOf } from '../values/readNumber.ts'
import { keyTextOf, type SqlValue } from '../values/value.ts'
import { evaluate } from './evaluate.ts'
import { type Output, outputItems, outputOf } from './outputOf.ts'
import type { Scope } from './scope.ts'
import { shown } from './shown.ts'
import { isTrue } from './truth.ts'
import { hasAggregate } from './walk.ts'

type Row = readonly SqlValue[]

export interface Projected {
  columns: string[]
  rows: SqlValue[][]
}

/** A row of the answer with what it is ordered by. */
interface Made {
  values: SqlValue[]
  keys: SqlValue[]
}

function isGrouped(output: Output): boolean {
  const { items, groupBy, having, orderBy } = output
  const parts = [...items, ...orderBy].map(({ expression }) => expression)
  return groupBy.length > 0 || having !== null || parts.some(hasAggregate)
}

/** Rows that agree in all of `groupBy`, in the order of their first row. */
function groupsOf(rows: readonly Row[], groupBy: readonly Expression[], scope: Scope): Row[][] {
  const groups = new Map<string, Row[]>()
  const inside = { ...scope }
  for (const row of rows) {
    inside.row = row
    const key = keyTextOf(
      groupBy.map(part => evaluate(part, inside)),
      scope.dialect,
    )
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()]
}

function make(output: Output, scope: Scope): Made {
  return {
    values: output.items.map(({ expression }) =>
      shown(evaluate(expression, scope), expression, scope),
    ),
    keys: output.orderBy.map(({ expression }) => evaluate(expression, scope)),
  }
}

/** Without GROUP BY all rows are one group, even if there is none. */
function madeOfGroups(rows: readonly Row[], output: Output, scope: Scope): Made[] {
  const { groupBy, having } = output
  const groups = groupBy.length > 0 ? groupsOf(rows, groupBy, scope) : [[...rows]]
  const noRow = scope.columns.map(() => null)
  const scopes = groups.map(group => ({ ...scope, row: group[0] ?? noRow, group }))
  return scopes
    .filter(inside => having === null || isTrue(evaluate(having, inside), scope.dialect))
    .map(inside => make(output, inside))
}

function madeOfRows(rows: readonly Row[], output: Output, scope: Scope): Made[] {
  const inside = { ...scope }
  return rows.map(row => {
    inside.row = row
    return make(output, inside)
  })
}

function compareKeys(left: Made, right: Made, orderBy: OrderItem[], scope: Scope): number {
  for (const [index, { isDescending, nulls }] of orderBy.entries()) {
    const [a, b] = [left.keys[index]!, right.keys[index]!]
    const isNullDecisive = nulls !== null && (a === null) !== (b === null)
    if (isNullDecisive) return (a === null) === (nulls === 'first') ? -1 : 1
    const comparison = compareValues(a, b, scope.dialect)
    if (comparison !== 0) return isDescending ? -comparison : comparison
  }
  return 0
}

function withoutRepeats(made: Made[], scope: Scope): Made[] {
  const seen = new Set<string>()
  return made.filter(({ values }) => {
    const key = keyTextOf(values, scope.dialect)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** Releases before 8.0 sort by what they group by. */
function orderOf(output: Output, scope: Scope): OrderItem[] {
  const isImplicit = scope.dialect === 'mysql-5.6' || scope.dialect === 'mysql-5.7'
  if (output.orderBy.length > 0 || !isImplicit) return output.orderBy
  return output.groupBy.map(expression => ({ expression, isDescending: false, nulls: null }))
}

function countOf(expression: Expression | null, scope: Scope, what: 'Limit' | 'Offset') {
  const value = expression === null ? null : evaluate(expression, scope)
  if (expression === null || value === null) return null
  const count = wholeOf(numberIn(value)) ?? 0
  if (count < 0) refuseFor(scope.dialect, `negative${what}`)
  return count
}

function bounded<T>(rows: T[], select: Select, scope: Scope): T[] {
  const from = countOf(select.offset, scope, 'Offset') ?? 0
  const count = countOf(select.limit, scope, 'Limit')
  return rows.slice(from, count === null ? undefined : from + count)
}

/** `rows` have passed WHERE; `scope.row` is not looked at. */
export function project(select: Select, rows: readonly Row[], scope: Scope): Projected {
  const written = outputOf(select, scope)
  const output = { ...written, orderBy: orderOf(written, scope) }
  const make = isGrouped(output) ? madeOfGroups : madeOfRows
  const all = make(rows, output, scope)
  const made = select.isDistinct ? withoutRepeats(all, scope) : all
  const { orderBy } = output
  const ordered =
    orderBy.length === 0 ? made : made.sort((a, b) => compareKeys(a, b, orderBy, scope))
  const columns = output.items.map(({ name }) => name)
  return { columns, rows: bounded(ordered, select, scope).map(({ values }) => values) }
}

/** The select list over one row, for RETURNING. */
export function projectItems(items: readonly SelectItem[], row: Row, scope: Scope): SqlValue[] {
  const inside = { ...scope, row }
  return outputItems(items, scope).map(({ expression }) => evaluate(expression, inside))
}

/** How many rows the scan has to give; null: all of them. */
export function rowsWanted(select: Select, scope: Scope): number | null {
  const isPlain = !select.isDistinct && select.orderBy.length === 0
  if (!isPlain || isGrouped(outputOf(select, scope))) return null
  const count = countOf(select.limit, scope, 'Limit')
  return count === null ? null : count + (countOf(select.offset, scope, 'Offset') ?? 0)
}
