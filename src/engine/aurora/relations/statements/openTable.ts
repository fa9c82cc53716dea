/**
 * A table for a statement, its definition kept as it is until the transaction ends: MySQL by a
 * metadata lock and an intention lock, PostgreSQL by a lock of the table.
 */
import type { Name } from '../../../contract/statement.ts'
import { definitionResource, tableResource } from '../locks/resources.ts'
import type { LockMode, LockWish, Resource } from '../locks/lockTypes.ts'
import { acquire } from '../sessions/acquire.ts'
import { numbered, type Work } from '../sessions/work.ts'
import { tableOf } from '../tables/findTable.ts'
import type { Table } from '../tables/tableTypes.ts'
import { awaitDefinition } from './awaitDefinition.ts'
import { editionOf } from '../values/value.ts'
import { refuseTemporary } from './temporaryTables.ts'

/**
 * `read`, `lock` rows for sharing or update, `write`, `index` it, `refer` to it by a foreign key
 * that is being made, or `define` it anew.
 */
export type TableUse = 'read' | 'share' | 'update' | 'write' | 'index' | 'refer' | 'define'

const postgresqlModes: Record<TableUse, LockMode> = {
  read: 'AccessShare',
  share: 'RowShare',
  update: 'RowShare',
  write: 'RowExclusive',
  index: 'Share',
  refer: 'ShareRowExclusive',
  define: 'AccessExclusive',
}

const rowModes: Partial<Record<TableUse, LockMode>> = { share: 'IS', update: 'IX', write: 'IX' }

export function wholeTable(
  transaction: number,
  table: Table,
  resource: Resource,
  mode: LockMode,
): LockWish {
  const part = 'whole'
  return { transaction, resource, table: table.name, index: '', key: '', mode, part, page: -1 }
}

/** Since 8.0 a foreign key is a change of the definition of its parent too. */
function definitionMode({ relations }: Work, use: TableUse): LockMode {
  const isDefined = use === 'define' || use === 'index'
  return isDefined || (use === 'refer' && relations.dialect === 'mysql-8.0') ? 'MX' : 'MS'
}

function lockMysql(work: Work, table: Table, use: TableUse): void {
  const { number } = numbered(work)
  acquire(
    work,
    wholeTable(number, table, definitionResource(table.name), definitionMode(work, use)),
  )
  const rows = rowModes[use]
  if (rows) acquire(work, wholeTable(number, table, tableResource(table.name), rows))
}

export function lockTable(work: Work, table: Table, use: TableUse): void {
  const { number } = numbered(work)
  if (editionOf(work.relations.dialect) === 'mysql') return lockMysql(work, table, use)
  const mode = postgresqlModes[use]
  acquire(work, wholeTable(number, table, tableResource(table.name), mode))
}

/** Whoever has waited looks again: the table may be another one, or gone. */
export function openTable(work: Work, name: Name, use: TableUse): Table {
  refuseTemporary(work, name)
  for (;;) {
    const table = tableOf(work.relations, name, numbered(work).number)
    awaitDefinition(work, table, use === 'read')
    lockTable(work, table, use)
    const again = tableOf(work.relations, name, numbered(work).number)
    if (again === table) return table
  }
}
