/** Foreign keys as InnoDB looks at them: row by row, under locks, in what is newest. */
import { refuseFor } from '../errors/sqlError.ts'
import { currentVersion } from '../rows/currentVersion.ts'
import type { Work } from '../sessions/work.ts'
import { findReferred, lockReferring, type Wanted } from './findReferred.ts'
import { refuseReference } from './foreignKeys.ts'
import { carryOn, type Settling } from './settling.ts'

export function hasParentMysql(work: Work, wanted: Wanted): boolean {
  return findReferred(work, wanted) !== null
}

/** Cascades that may follow from one another. */
const deepest = 15

/**
 * Looks at one row that refers; true = there is none any more. A row that refers to itself stays:
 * InnoDB looks before the entry of the row itself is gone.
 */
export function settleChildMysql(settling: Settling): boolean {
  const { work, reference, check, action, wanted } = settling
  const isForbidden = action === 'noAction' || action === 'restrict'
  const entry = findReferred(work, wanted, check.after)
  if (isForbidden && (check.isOwn || entry !== null)) {
    refuseReference(work, 'stillReferred', reference)
  }
  if (entry === null) return true
  if (check.depth >= deepest) refuseFor(work.relations.dialect, 'cascadeTooDeep')
  lockReferring(work, wanted.table, entry.row)
  const before = currentVersion(work, wanted.table, entry.row)?.values ?? null
  if (before !== null) carryOn(settling, entry.row, before)
  check.after = entry.key
  return false
}
