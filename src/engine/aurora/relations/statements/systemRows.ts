/** Tables that no transaction writes: those of the host, and what the catalogue tells of itself. */
import type { Name } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { databaseName } from '../errors/sqlError.ts'
import type { SystemTable } from '../execution.ts'
import type { Work } from '../sessions/work.ts'
import type { Column, Table } from '../tables/tableTypes.ts'
import { typeWords } from './typeWords.ts'
import { editionOf, type SqlValue } from '../values/value.ts'

const text = { name: 'text', length: null } as const

function textColumns(...names: string[]): SystemTable['columns'] {
  return names.map(name => ({ name, type: text }))
}

function schemaName({ relations }: Work): string {
  return editionOf(relations.dialect) === 'mysql' ? databaseName : 'public'
}

function tablesSeen({ relations }: Work): Table[] {
  return [...relations.tables.values()].filter(({ madeBy }) => madeBy === 0)
}

function tablesTable(work: Work): SystemTable {
  const rows = tablesSeen(work).map((table): SqlValue[] => {
    return [schemaName(work), table.name, 'BASE TABLE']
  })
  return { columns: textColumns('table_schema', 'table_name', 'table_type'), rows }
}

function columnRow(work: Work, table: Table, column: Column, place: number): SqlValue[] {
  const type = typeWords(column.type, work.relations.dialect)
  const isNullable = column.isNullable ? 'YES' : 'NO'
  return [schemaName(work), table.name, column.name, place + 1, isNullable, type]
}

function columnsTable(work: Work): SystemTable {
  const names = ['table_schema', 'table_name', 'column_name', 'ordinal_position', 'is_nullable']
  const rows = tablesSeen(work).flatMap(table =>
    table.columns.map((column, place) => columnRow(work, table, column, place)),
  )
  return { columns: textColumns(...names, 'data_type'), rows }
}

function catalogueTable(work: Work, name: string): SystemTable | null {
  if (name === 'tables') return tablesTable(work)
  return name === 'columns' ? columnsTable(work) : null
}

/** Null: it is not a table of the system. An unknown one of a system schema is refused. */
export function systemRows(work: Work, schema: string | null, name: Name): SystemTable | null {
  const folded = name.name.toLowerCase()
  const given = work.host.systemTable?.(schema, folded) ?? null
  if (given !== null) return given
  if (schema === null || schema === databaseName || schema === 'public') return null
  const own = schema === 'information_schema' ? catalogueTable(work, folded) : null
  const { dialect } = work.relations
  const table = editionOf(dialect) === 'mysql' ? name.name : `${schema}.${name.name}`
  return own ?? refuseFor(dialect, 'unknownTable', { table, database: schema }, name.at)
}
