/**
 * State of serializable snapshot isolation (PostgreSQL): what each serializable transaction has
 * read, and between whom a read missed a write. Rules I14–I17.
 */

/**
 * A place read or written: a whole relation (table or index), a page of it, or a row. Rows and
 * pages count from 0; `null` = all of them.
 */
export interface Target {
  relation: string
  page: number | null
  row: number | null
}

/** A serializable transaction, kept after its commit while an open one overlaps it. */
export interface SsiTransaction {
  transaction: number
  /** READ ONLY, or committed without a change. */
  isReadOnly: boolean
  hasWritten: boolean
  /** Instants count beginnings of commits and commits: the newest one before its snapshot. */
  snapshot: number
  /** When its commit was allowed; from then on it cannot be given up. */
  prepared: number | null
  committed: number | null
  /** It has to fail as soon as it does something. */
  isDoomed: boolean
  /** Earliest commit among those whose changes it missed and that committed before it. */
  earliestOut: number | null
  /** Those whose changes it missed. */
  out: Set<number>
  /** Those that missed its changes. */
  in: Set<number>
  reads: Map<string, Target>
  /** How many finer reads stand under a page or a relation. */
  finer: Map<string, number>
}

export interface Ssi {
  /** Instants given out. */
  last: number
  /** Rows read of a page above which they become the page, `instance.ssiTuplesPerPage`. */
  rowsOfPage: number
  transactions: Map<number, SsiTransaction>
  /** Who has read a place. */
  readers: Map<string, Set<number>>
}

export function createSsi(rowsOfPage: number): Ssi {
  return { last: 0, rowsOfPage, transactions: new Map(), readers: new Map() }
}

const apart = '\u0001'

export function textOf({ relation, page, row }: Target): string {
  if (page === null) return relation
  return row === null ? `${relation}${apart}${page}` : `${relation}${apart}${page}${apart}${row}`
}

/** The places that contain this one, the nearest first. */
export function coarserThan({ relation, page, row }: Target): Target[] {
  const whole = { relation, page: null, row: null }
  if (page === null) return []
  return row === null ? [whole] : [{ relation, page, row: null }, whole]
}
