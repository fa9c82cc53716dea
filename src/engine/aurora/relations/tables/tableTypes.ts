/**
 * A table as plain data: columns, the tree of its rows and the trees of its indexes, versions of
 * rows. Entries, leaves and versions are frozen and replaced, never changed, so that a checkpoint
 * shares them. Rows that a scenario has made are not stored until somebody changes their leaf.
 */
import type { Dialect } from '../../../contract/sql.ts'
import type { ColumnType, Expression, ReferentialAction } from '../../../contract/statement.ts'
import type { Lsn } from '../../../contract/units.ts'
import type { SqlValue } from '../values/value.ts'

/** Values of key columns in order; a shorter key stands for all keys that begin with it. */
export type Key = readonly SqlValue[]

/** What a row was after one change; the newest first. */
export interface Version {
  /** In the order of the columns; null = deleted. */
  readonly values: readonly SqlValue[] | null
  /** Who wrote it; 0 = it was there from the start, everybody sees it. */
  readonly transaction: number
  /** Ordinal of the statement within its transaction. */
  readonly statement: number
  readonly lsn: Lsn
  /** PostgreSQL: its place in the heap, from 1. MySQL: 0. */
  readonly place: number
  /** MySQL: the undo page that tells how to make the older version; -1 = none. */
  readonly undoPage: number
  readonly older: Version | null
  /** Several writers: the page on which it came, and the version of that page that shows it. */
  readonly shownBy?: { readonly page: number; readonly version: number }
}

/** One entry of a tree. An index and a heap point to a row; the tree of rows has its versions. */
export interface Entry {
  readonly key: Key
  /** Key of the row in the tree of rows. */
  readonly row: Key
  /** Null in indexes and heaps. */
  readonly newest: Version | null
}

export interface Leaf {
  /** Page of the volume; -1 = it has none of its own (rows of PostgreSQL live in the heap). */
  readonly page: number
  readonly entries: readonly Entry[]
}

/** Values that differ from row to row only where they hold the row's number, from 1. */
export interface Series {
  /** Places of the number, in order. */
  readonly ordinalAt: readonly number[]
  readonly constants: readonly SqlValue[]
}

/** Entries of a scenario's rows: entry i stands in leaf (i − 1) div rowsPerLeaf. */
export interface BaseEntries {
  readonly rows: number
  readonly rowsPerLeaf: number
  /** Page of its first leaf, the others follow; -1 = without pages. */
  readonly firstPage: number
  readonly keys: Series
  /** Null in indexes and heaps. */
  readonly values: Series | null
  /** Heaps of PostgreSQL: the first version of row i has place i. */
  readonly hasPlaces: boolean
}

/** Ordered entries: those before the scenario's rows, those rows, and those behind. */
export interface Tree {
  dialect: Dialect
  base: BaseEntries | null
  rowsPerLeaf: number
  hasPages: boolean
  before: Leaf[]
  /** Leaves of the scenario's rows that are no longer as they were made, by number from 0. */
  touched: Map<number, Leaf>
  after: Leaf[]
  /** Entries, those of the scenario included. */
  size: number
}

export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly isNullable: boolean
  readonly isAutoIncrement: boolean
  readonly default: Expression | null
}

export interface Index {
  name: string
  /** Places of its columns in the table. */
  columns: number[]
  isUnique: boolean
  isPrimary: boolean
  /** MySQL: null for the primary key, whose tree is that of the rows. */
  tree: Tree | null
  /** PostgreSQL: made by this open transaction; 0 = seen by all. */
  madeBy: number
}

/** Columns whose values must stand in a row of another table, or of the same. By names. */
export interface ForeignKey {
  readonly name: string
  readonly columns: readonly string[]
  readonly parent: string
  readonly parentColumns: readonly string[]
  readonly onDelete: ReferentialAction
  readonly onUpdate: ReferentialAction
}

export interface Table {
  /** Never used again. */
  number: number
  name: string
  columns: Column[]
  /** Places of the columns of the primary key; empty = none, rows have a hidden number. */
  primary: number[]
  /** MySQL: by primary key or hidden number. PostgreSQL: by the place of the first version. */
  rows: Tree
  /** PostgreSQL: by place. */
  heap: Tree | null
  /** MySQL: the primary key first, if there is one. */
  indexes: Index[]
  foreignKeys: readonly ForeignKey[]
  nextAutoIncrement: number
  /** Next hidden number or place in the heap. */
  nextPlace: number
  /** PostgreSQL: made or dropped by this open transaction; 0 = by none. */
  madeBy: number
  droppedBy: number
}
