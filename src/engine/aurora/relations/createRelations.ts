/**
 * The tables that a scenario begins with. Row i has i in its primary key of one number, 100 in
 * other numbers, empty text and false elsewhere (*assumption*); without such a key rows have a
 * hidden number.
 */
import type { Dialect } from '../../contract/sql.ts'
import type { ColumnType } from '../../contract/statement.ts'
import { refusalOf } from './errors/refusal.ts'
import type { Relations } from './relations.ts'
import { baseKeys } from './tables/alterTable.ts'
import { defineTable, type TableDefinition } from './tables/defineTable.ts'
import type { BaseEntries, Index, Series, Table, Tree } from './tables/tableTypes.ts'
import { coerceTo } from './values/coerceTo.ts'
import { editionOf, type SqlValue } from './values/value.ts'

export interface TableSetup extends TableDefinition {
  rows: number
  /** Page of its first rows; those after it follow. */
  firstPage: number
}

function constantOf(type: ColumnType, dialect: Dialect): SqlValue {
  if (type.name === 'text') return ''
  if (type.name === 'boolean') return editionOf(dialect) === 'mysql' ? 0 : false
  return coerceTo({ name: '', type }, 100, dialect)
}

/** Place of the column that numbers the rows; -1 = none. */
function ordinalColumn({ primary, columns }: Table): number {
  const place = primary.length === 1 ? primary[0]! : -1
  return place >= 0 && columns[place]?.type.name === 'integer' ? place : -1
}

function seriesOf(table: Table): Series {
  const constants = table.columns.map(({ type }) => constantOf(type, table.rows.dialect))
  const ordinal = ordinalColumn(table)
  return { ordinalAt: ordinal < 0 ? [] : [ordinal], constants: Object.freeze(constants) }
}

function baseOf({ rows, rowsPerPage }: TableSetup, parts: Partial<BaseEntries>): BaseEntries {
  const keys = { ordinalAt: [0], constants: [0] }
  const none = { firstPage: -1, values: null, hasPlaces: false, keys }
  return { ...none, rows, rowsPerLeaf: rowsPerPage, ...parts }
}

function setBase(tree: Tree, base: BaseEntries): void {
  tree.base = base
  tree.size = base.rows
}

/** The pages of an index follow each other, as those of its table do. */
function firstOfPages(count: number, allocatePage: () => number): number {
  const first = allocatePage()
  for (let page = 1; page < count; page++) allocatePage()
  return first
}

function fill(table: Table, setup: TableSetup, allocatePage: () => number): void {
  const { firstPage, rows, rowsPerPage } = setup
  const values = seriesOf(table)
  const hasPlaces = table.heap !== null
  setBase(table.rows, baseOf(setup, { firstPage: hasPlaces ? -1 : firstPage, values, hasPlaces }))
  if (table.heap !== null) setBase(table.heap, baseOf(setup, { firstPage }))
  for (const index of table.indexes) {
    if (index.tree === null) continue
    const page = firstOfPages(Math.ceil(rows / rowsPerPage), allocatePage)
    setBase(index.tree, baseOf(setup, { firstPage: page, keys: baseKeys(index, values) }))
  }
  table.nextPlace = rows + 1
  table.nextAutoIncrement = rows + 1
}

function emptyRelations(dialect: Dialect): Relations {
  return {
    dialect,
    tables: new Map(),
    lastTable: 0,
    open: new Map(),
    committed: new Map(),
    lastCommit: 0,
    rolledBack: [],
    views: new Map(),
    lastView: 0,
    leftovers: [],
    purgedUpTo: 0,
    lowestReadPoint: null,
    cataloguePage: -1,
    rowsPerPage: 100,
    sparePages: [],
  }
}

/** Gives the table a number, never used before. */
export function addTable(relations: Relations, table: Table): void {
  table.number = ++relations.lastTable
  relations.tables.set(table.number, table)
}

/**
 * `allocatePage` gives pages of the volume, one after another, for indexes. The setups must have
 * been looked at with `problemOfTable`.
 */
export function createRelations(
  dialect: Dialect,
  setups: readonly TableSetup[],
  allocatePage: () => number,
): Relations {
  const relations = emptyRelations(dialect)
  for (const setup of setups) {
    const table = defineTable(dialect, setup)
    if (setup.rows > 0) fill(table, setup, allocatePage)
    addTable(relations, table)
  }
  return relations
}

function repeats(index: Index, table: Table): boolean {
  return index.isUnique && !index.columns.includes(ordinalColumn(table))
}

/** What is wrong with a table of a scenario, in a sentence; null = nothing. */
export function problemOfTable(dialect: Dialect, setup: TableSetup): string | null {
  try {
    const refers = setup.columns.some(({ references }) => references !== null)
    if (refers) return 'a table of a scenario has no foreign keys: add them by ALTER TABLE'
    const table = defineTable(dialect, setup)
    const first = setup.rows > 1 ? table.indexes.find(index => repeats(index, table)) : undefined
    if (first === undefined) return null
    const wanted = 'a table with rows needs a primary key of one integer'
    return `the rows would all be equal in ${first.name}: ${wanted}`
  } catch (thrown) {
    const error = refusalOf(thrown)
    if (error === null) throw thrown
    return error.message
  }
}
