/** The order in which rows are taken when a statement says ORDER BY: their places, sorted. */
import type { OrderItem, Select, SelectItem } from '../../../contract/statement.ts'
import { project } from '../expressions/project.ts'
import type { Scope } from '../expressions/scope.ts'
import type { SqlValue } from '../values/value.ts'

/** No column has this name, since it can not be typed. */
const placeName = '\u0001place'

const placeItem: SelectItem = {
  expression: { kind: 'column', at: 0, table: null, name: placeName },
  alias: null,
  text: placeName,
}

interface Ordered {
  items: SelectItem[]
  orderBy: OrderItem[]
}

export function inOrder(
  { items, orderBy }: Ordered,
  rows: readonly (readonly SqlValue[])[],
  scope: Scope,
): number[] {
  if (orderBy.length === 0) return rows.map((_, place) => place)
  const columns = [
    ...scope.columns,
    { name: placeName, type: { name: 'integer', bits: 32 } as const },
  ]
  const numbered = rows.map((row, place) => [...row, place])
  const select: Select = {
    kind: 'select',
    at: 0,
    isDistinct: false,
    items: [...items.filter(({ expression }) => expression.kind !== 'star'), placeItem],
    from: null,
    where: null,
    groupBy: [],
    having: null,
    orderBy,
    limit: null,
    offset: null,
    locking: null,
  }
  return project(select, numbered, { ...scope, columns }).rows.map(row => row.at(-1) as number)
}
