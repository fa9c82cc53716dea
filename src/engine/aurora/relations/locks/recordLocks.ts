/**
 * Which lock InnoDB takes on an entry of an index that a statement comes by. Below REPEATABLE READ
 * records only; from there on next keys, except where no row can come into the gap that the search
 * would find. Rules I8–I11 (reference multi-master, E4, E5; assumption).
 */
import type { Dialect, IsolationLevel } from '../../../contract/sql.ts'
import type { LockMode, LockPart } from './lockTypes.ts'

export interface RecordAccess {
  purpose: 'share' | 'update'
  dialect: Dialect
  /**
   * `hit`: the entry is in the range searched · `past`: the first one behind it · `supremum`: the
   * end of the index · `lookup`: the clustered record of an entry found in a secondary index.
   */
  place: 'hit' | 'past' | 'supremum' | 'lookup'
  /** The search names a value, none of them NULL, for every column of a unique index. */
  isUniquePoint: boolean
  /** The search names values by equality for the first columns of an index, and nothing else. */
  isPoint: boolean
  isClustered: boolean
  /** The first entry of a search `>=` all columns of the primary key, and equal to them. */
  isRangeStart: boolean
  isDeleted: boolean
}

export interface RecordLock {
  mode: LockMode
  part: LockPart
}

/** A consistent read takes none: it is not asked. Null: nothing is locked here. */
export function recordLockOf(level: IsolationLevel, access: RecordAccess): RecordLock | null {
  const mode = access.purpose === 'share' ? 'S' : 'X'
  const part = keepsGaps(level) ? partWithGaps(access) : partWithoutGaps(access)
  return part && { mode, part }
}

/** REPEATABLE READ and SERIALIZABLE lock gaps against phantoms. */
export function keepsGaps(level: IsolationLevel): boolean {
  return level === 'repeatable read' || level === 'serializable'
}

/** Rows past the range are locked and unlocked again, which nobody sees: they are not locked. */
function partWithoutGaps({ place }: RecordAccess): LockPart | null {
  return place === 'hit' || place === 'lookup' ? 'record' : null
}

function partWithGaps(access: RecordAccess): LockPart {
  if (access.place === 'lookup') return 'record'
  if (access.place === 'supremum') return 'gap'
  if (access.place === 'past') return isGapEnough(access) ? 'gap' : 'nextKey'
  if (access.isUniquePoint && !access.isDeleted) return 'record'
  return access.isRangeStart && !access.isDeleted ? 'record' : 'nextKey'
}

/** From 8.0.18 on InnoDB spares the record behind a range of the clustered index. */
function isGapEnough({ isPoint, isClustered, dialect }: RecordAccess): boolean {
  return isPoint || (isClustered && dialect === 'mysql-8.0')
}

/**
 * The lock that a plain SELECT takes: none, but at SERIALIZABLE inside a transaction a shared one.
 */
export function plainReadLocks(level: IsolationLevel, isAutocommitted: boolean): boolean {
  return level === 'serializable' && !isAutocommitted
}

/**
 * The lock left on an entry that has the key already: of the record in the primary key, with its
 * gap in another unique index, at every level (MySQL manual). `replaces`: ON DUPLICATE KEY UPDATE.
 */
export function duplicateLock(isClustered: boolean, replaces: boolean): RecordLock {
  return { mode: replaces ? 'X' : 'S', part: isClustered ? 'record' : 'nextKey' }
}
