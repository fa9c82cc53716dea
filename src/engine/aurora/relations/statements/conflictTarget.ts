/** ON CONFLICT (columns): which unique indexes it means. */
import { refuseFor } from '../errors/sqlError.ts'
import { placesOfColumns } from '../tables/defineTable.ts'
import type { Index, Table } from '../tables/tableTypes.ts'
import type { Insert } from './inserting.ts'

/** Without a target every unique index is meant. */
export function isTarget(table: Table, { onConflict }: Insert, index: Index): boolean {
  const target = onConflict?.target ?? null
  if (target === null) return true
  const places = placesOfColumns(table.rows.dialect, table.columns, target)
  return (
    places.length === index.columns.length && places.every(place => index.columns.includes(place))
  )
}

export function checkTarget(table: Table, statement: Insert): void {
  const isThere = table.indexes.some(index => index.isUnique && isTarget(table, statement, index))
  if (!isThere && statement.onConflict?.target) refuseFor(table.rows.dialect, 'noConflictTarget')
}
