/**
 * What a SELECT gives, with its short forms written out: every column for `*`, the item for its
 * number or alias in GROUP BY, HAVING and ORDER BY.
 */
import type { Expression, OrderItem, Select, SelectItem } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { editionOf } from '../values/value.ts'
import { columnIndex, isSameName, isTableKnown } from './findColumn.ts'
import { resultName } from './resultName.ts'
import type { Scope } from './scope.ts'
import { replaceParts } from './walk.ts'

export interface OutputItem {
  name: string
  expression: Expression
}

export interface Output {
  items: OutputItem[]
  groupBy: Expression[]
  having: Expression | null
  orderBy: OrderItem[]
}

type Star = Extract<Expression, { kind: 'star' }>

function columnsOf({ table, at }: Star, scope: Scope): OutputItem[] {
  const { dialect, tableName, columns } = scope
  if (tableName === null) return refuseFor(dialect, 'noStarTable', {}, at)
  if (table !== null && !isTableKnown(table, { ...scope, outer: null })) {
    return refuseFor(dialect, 'unknownStarTable', { table }, at)
  }
  return columns.map(({ name }) => ({
    name,
    expression: { kind: 'column', table: null, name, at },
  }))
}

/** The items of a select list or of RETURNING, `*` written out. */
export function outputItems(items: readonly SelectItem[], scope: Scope): OutputItem[] {
  return items.flatMap(item => {
    if (item.expression.kind === 'star') return columnsOf(item.expression, scope)
    return [{ name: resultName(item, scope.dialect), expression: item.expression }]
  })
}

function aliased(expression: Expression, output: Resolving): Expression | null {
  if (expression.kind !== 'column' || expression.table !== null) return null
  const { name } = expression
  const found = output.aliases.find(item => isSameName(item.name, name, output.scope.dialect))
  return found?.expression ?? null
}

interface Resolving {
  scope: Scope
  items: OutputItem[]
  /** Those with a name that a clause may use. */
  aliases: OutputItem[]
}

/** `2` means the second item. */
function numbered(expression: Expression, output: Resolving, place: string): Expression | null {
  if (expression.kind !== 'literal' || expression.literal.kind !== 'integer') return null
  const { value } = expression.literal
  const item = output.items[value - 1]
  if (item !== undefined) return item.expression
  return refuseFor(output.scope.dialect, 'orderNumber', { number: value, place }, expression.at)
}

/** A column of the table goes before an alias of the same name. */
function grouping(expression: Expression, output: Resolving): Expression {
  const isMysql = editionOf(output.scope.dialect) === 'mysql'
  const byNumber = numbered(expression, output, isMysql ? 'group statement' : 'GROUP BY')
  if (byNumber !== null) return byNumber
  const isColumn = expression.kind === 'column' && columnIndex(output.scope, expression.name) >= 0
  return isColumn ? expression : (aliased(expression, output) ?? expression)
}

/** MySQL knows aliases anywhere in it, PostgreSQL only where one stands alone. */
function ordering(item: OrderItem, output: Resolving): OrderItem {
  const isMysql = editionOf(output.scope.dialect) === 'mysql'
  const { expression } = item
  const alone =
    numbered(expression, output, isMysql ? 'order clause' : 'ORDER BY') ??
    aliased(expression, output)
  if (alone !== null) return { ...item, expression: alone }
  if (!isMysql) return item
  return { ...item, expression: replaceParts(expression, part => hidden(part, output)) }
}

/** Inside an expression a column of the table goes first. */
function hidden(part: Expression, output: Resolving): Expression | null {
  const isColumn = part.kind === 'column' && columnIndex(output.scope, part.name) >= 0
  return isColumn ? null : aliased(part, output)
}

function having(select: Select, output: Resolving): Expression | null {
  if (select.having === null || editionOf(output.scope.dialect) === 'postgresql') {
    return select.having
  }
  return replaceParts(select.having, part => hidden(part, output))
}

export function outputOf(select: Select, scope: Scope): Output {
  const items = outputItems(select.items, scope)
  const named = outputItems(
    select.items.filter(({ alias }) => alias !== null),
    scope,
  )
  const output = { scope, items, aliases: named }
  return {
    items,
    groupBy: select.groupBy.map(expression => grouping(expression, output)),
    having: having(select, output),
    orderBy: select.orderBy.map(item => ordering(item, output)),
  }
}
