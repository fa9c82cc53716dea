/** The table of a name, as a transaction sees the catalogue. */
import type { Name } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import type { Relations } from '../relations.ts'
import { editionOf } from '../values/value.ts'
import type { Table } from './tableTypes.ts'

/** MySQL tells tables `a` and `A` apart, PostgreSQL folds names that are not quoted. */
export function areSameTable(relations: Relations, name: string, other: string): boolean {
  if (name === other) return true
  return editionOf(relations.dialect) === 'postgresql' && name.toLowerCase() === other.toLowerCase()
}

export function isSeen({ madeBy, droppedBy }: Table, transaction: number): boolean {
  const isMine = madeBy !== 0 && madeBy === transaction
  return (madeBy === 0 || isMine) && (droppedBy === 0 || droppedBy !== transaction)
}

export function findTable(relations: Relations, name: string, transaction: number): Table | null {
  for (const table of relations.tables.values()) {
    if (isSeen(table, transaction) && areSameTable(relations, table.name, name)) return table
  }
  return null
}

/** Refuses an unknown table. */
export function tableOf(relations: Relations, { name, at }: Name, transaction: number): Table {
  const table = findTable(relations, name, transaction)
  return table ?? refuseFor(relations.dialect, 'unknownTable', { table: name }, at)
}
