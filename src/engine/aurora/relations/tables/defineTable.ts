/** Makes a table without rows from its definition; refuses what no edition would take. */
import type { Dialect } from '../../../contract/sql.ts'
import type { ColumnDefinition, IndexDefinition, Name } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { editionOf } from '../values/value.ts'
import { foldName } from './foldName.ts'
import type { Column, Index, Table } from './tableTypes.ts'
import { createTree } from './tree.ts'

export interface TableDefinition {
  name: string
  columns: readonly ColumnDefinition[]
  indexes: readonly IndexDefinition[]
  rowsPerPage: number
}

export function columnOf(definition: ColumnDefinition, isPrimary: boolean): Column {
  return Object.freeze({
    name: definition.column.name,
    type: definition.type,
    isNullable: !isPrimary && definition.isNullable !== false,
    isAutoIncrement: definition.isAutoIncrement,
    default: definition.default,
  })
}

/** Place of a column by its name, whatever its case; -1 = there is none. */
export function placeOfColumn(columns: readonly Column[], name: string): number {
  const wanted = name.toLowerCase()
  return columns.findIndex(column => column.name.toLowerCase() === wanted)
}

export function placesOfColumns(
  dialect: Dialect,
  columns: readonly Column[],
  names: readonly Name[],
): number[] {
  return names.map(({ name, at }) => {
    const place = placeOfColumn(columns, name)
    return place >= 0 ? place : refuseFor(dialect, 'unknownKeyColumn', { column: name }, at)
  })
}

function refuseTwice(dialect: Dialect, definitions: readonly ColumnDefinition[]): void {
  const seen = new Set<string>()
  for (const { column } of definitions) {
    const name = column.name.toLowerCase()
    if (seen.has(name)) refuseFor(dialect, 'columnTwice', { column: column.name }, column.at)
    seen.add(name)
  }
}

interface Wanted {
  kind: IndexDefinition['kind']
  name: string | null
  columns: Name[]
}

function wantedIndexes({ columns, indexes }: TableDefinition): Wanted[] {
  const ofColumns = columns.flatMap(({ column, isPrimaryKey, isUnique }): Wanted[] => [
    ...(isPrimaryKey ? [{ kind: 'primary' as const, name: null, columns: [column] }] : []),
    ...(isUnique ? [{ kind: 'unique' as const, name: null, columns: [column] }] : []),
  ])
  const ofTable = indexes.map(({ kind, name, columns: of }): Wanted => {
    return { kind, name: name?.name ?? null, columns: of }
  })
  const all = [...ofColumns, ...ofTable]
  const rank = { primary: 0, unique: 1, plain: 2 }
  return all.sort((one, other) => rank[one.kind] - rank[other.kind])
}

/** As each edition names an index that was given no name. */
export function indexName(table: Table, kind: Wanted['kind'], columns: readonly Name[]): string {
  const isMysql = editionOf(table.rows.dialect) === 'mysql'
  if (kind === 'primary') return isMysql ? 'PRIMARY' : `${table.name}_pkey`
  const ending = kind === 'unique' ? 'key' : 'idx'
  const first = columns[0]?.name ?? ''
  const all = columns.map(({ name }) => name).join('_')
  return freeName(table, isMysql ? first : `${table.name}_${all}_${ending}`, isMysql ? '_' : '')
}

function freeName({ indexes }: Table, name: string, apart: string): string {
  const taken = new Set(indexes.map(index => index.name))
  if (!taken.has(name)) return name
  let number = apart === '' ? 1 : 2
  while (taken.has(`${name}${apart}${number}`)) number++
  return `${name}${apart}${number}`
}

export function addIndex(table: Table, wanted: Wanted): Index {
  const { dialect, rowsPerLeaf } = table.rows
  const isPrimary = wanted.kind === 'primary'
  const name = wanted.name ?? indexName(table, wanted.kind, wanted.columns)
  if (table.indexes.some(index => foldName(index.name) === foldName(name))) {
    refuseFor(dialect, 'indexExists', { index: name })
  }
  const isRows = isPrimary && editionOf(dialect) === 'mysql'
  const index: Index = {
    name,
    columns: placesOfColumns(dialect, table.columns, wanted.columns),
    isUnique: wanted.kind !== 'plain',
    isPrimary,
    tree: isRows ? null : createTree(dialect, rowsPerLeaf, true),
    madeBy: 0,
  }
  table.indexes.push(index)
  return index
}

function emptyTable(dialect: Dialect, { name, rowsPerPage }: TableDefinition): Table {
  const isMysql = editionOf(dialect) === 'mysql'
  return {
    number: 0,
    name,
    columns: [],
    primary: [],
    rows: createTree(dialect, rowsPerPage, isMysql),
    heap: isMysql ? null : createTree(dialect, rowsPerPage, true),
    indexes: [],
    foreignKeys: [],
    nextAutoIncrement: 1,
    nextPlace: 1,
    madeBy: 0,
    droppedBy: 0,
  }
}

function refuseAutoColumns(table: Table): void {
  if (editionOf(table.rows.dialect) === 'postgresql') return
  const automatic = table.columns.flatMap((column, place) =>
    column.isAutoIncrement ? [place] : [],
  )
  const isKey = automatic.every(place => table.indexes.some(({ columns }) => columns[0] === place))
  if (automatic.length > 1 || !isKey) refuseFor(table.rows.dialect, 'wrongAutoColumn')
}

/** A table with number 0 and no rows. Throws the refusal. */
export function defineTable(dialect: Dialect, definition: TableDefinition): Table {
  if (definition.columns.length === 0) refuseFor(dialect, 'noColumns')
  refuseTwice(dialect, definition.columns)
  const table = emptyTable(dialect, definition)
  const wanted = wantedIndexes(definition)
  const primary = wanted.filter(({ kind }) => kind === 'primary')
  if (primary.length > 1) refuseFor(dialect, 'primaryKeyTwice', { table: table.name })
  const keys = new Set(primary[0]?.columns.map(({ name }) => name.toLowerCase()))
  table.columns = definition.columns.map(its =>
    columnOf(its, keys.has(its.column.name.toLowerCase())),
  )
  for (const index of wanted) addIndex(table, index)
  table.primary = table.indexes.find(({ isPrimary }) => isPrimary)?.columns ?? []
  refuseAutoColumns(table)
  return table
}
