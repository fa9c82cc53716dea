/** Definitions that a foreign key stands in the way of. Rule I46. */
import { refuseFor } from '../errors/sqlError.ts'
import type { Work } from '../sessions/work.ts'
import type { Index, Table } from '../tables/tableTypes.ts'
import { editionOf } from '../values/value.ts'
import { indexFor } from './findReferred.ts'
import { placesOf, type Reference, referencesTo, refuseReference } from './foreignKeys.ts'

/** References by other tables: what a table refers to in itself goes with it. */
export function referencesByOthers(work: Work, table: Table): Reference[] {
  return referencesTo(work, table).filter(({ child }) => child !== table)
}

export function refuseDropped(work: Work, table: Table): void {
  const [first] = referencesByOthers(work, table)
  if (first !== undefined) refuseReference(work, 'dropsParent', first)
}

export function refuseTruncated(work: Work, table: Table): void {
  const [first] = referencesByOthers(work, table)
  if (first !== undefined) refuseReference(work, 'truncatesParent', first)
}

function without(table: Table, index: Index): Table {
  return { ...table, indexes: table.indexes.filter(its => its !== index) }
}

/** The columns that a foreign key needs an index for, here or in its parent. */
function needs(work: Work, table: Table): number[][] {
  const asParent = referencesTo(work, table).map(({ foreignKey }) => foreignKey.parentColumns)
  const isMysql = editionOf(work.relations.dialect) === 'mysql'
  const asChild = isMysql ? table.foreignKeys.map(({ columns }) => columns) : []
  return [...asParent, ...asChild].map(names => placesOf(table, names))
}

export function refuseNeededIndex(work: Work, table: Table, index: Index): void {
  const left = without(table, index)
  const isNeeded = needs(work, table).some(places => {
    return indexFor(table, places) !== null && indexFor(left, places) === null
  })
  if (isNeeded) refuseFor(work.relations.dialect, 'indexNeeded', { index: index.name })
}

/** PostgreSQL drops the foreign keys of a column with it. */
export function refuseNeededColumn(work: Work, table: Table, column: string): void {
  const { dialect } = work.relations
  const own = table.foreignKeys.find(({ columns }) => columns.includes(column))
  if (own !== undefined && editionOf(dialect) === 'mysql') {
    refuseFor(dialect, 'columnNeeded', { column, name: own.name, table: table.name })
  }
  const others = referencesTo(work, table)
  const other = others.find(({ foreignKey }) => foreignKey.parentColumns.includes(column))
  if (other === undefined) return
  const parameters = { column, name: other.foreignKey.name, table: table.name }
  refuseFor(dialect, 'columnNeededElsewhere', { ...parameters, child: other.child.name })
}
