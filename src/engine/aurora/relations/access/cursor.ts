/** How a statement goes through a table, and how far it has come: plain data of the session. */
import type { Key } from '../tables/tableTypes.ts'

/** Keys from low to high of one index; null = without bound. A short key stands for its prefix. */
export interface Range {
  readonly low: Key | null
  /** Begin behind the keys equal to `low`. */
  readonly isLowOpen: boolean
  readonly high: Key | null
  readonly isHighOpen: boolean
  /** A value for every column of a unique index, none of them NULL. */
  readonly isUniquePoint: boolean
  /** Equality on the first columns, and nothing else. */
  readonly isPoint: boolean
}

export interface Path {
  /** Place among the table's indexes; -1 = the whole table in its own order. */
  readonly index: number
  readonly ranges: readonly Range[]
}

export interface Cursor {
  path: Path
  /** Range at hand; all done = the number of ranges. */
  range: number
  /** Key of the entry visited last in this range. */
  after: Key | null
  /** PostgreSQL, through an index: the rows found, in the order of the heap. */
  rows: Key[] | null
  next: number
}
