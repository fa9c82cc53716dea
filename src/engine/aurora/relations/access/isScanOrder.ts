/**
 * Whether ORDER BY asks for the order in which InnoDB finds the rows anyway: then a LIMIT ends the
 * search, and nothing behind the last row wanted is locked.
 */
import type { Select } from '../../../contract/statement.ts'
import { placeOfColumn } from '../tables/defineTable.ts'
import type { Table } from '../tables/tableTypes.ts'
import type { Path } from './cursor.ts'

export function isScanOrder(table: Table, { index }: Path, { orderBy, items }: Select): boolean {
  const columns = index < 0 ? table.primary : [...table.indexes[index]!.columns, ...table.primary]
  return orderBy.every(({ expression, isDescending, nulls }, place) => {
    if (expression.kind !== 'column' || isDescending || nulls !== null) return false
    const { name } = expression
    if (items.some(({ alias }) => alias?.toLowerCase() === name.toLowerCase())) return false
    return placeOfColumn(table.columns, name) === columns[place]
  })
}
