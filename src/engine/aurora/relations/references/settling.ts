/** A parent row that is gone, at work: what becomes of the rows that refer to it. */
import type { ReferentialAction } from '../../../contract/statement.ts'
import type { ReferenceCheck } from '../sessions/sessionTypes.ts'
import type { Work } from '../sessions/work.ts'
import { defaultOf, refuseNull } from '../statements/newValues.ts'
import { scopeOf } from '../statements/queryScope.ts'
import { removeRow, replaceRow } from '../statements/replaceRow.ts'
import type { Key } from '../tables/tableTypes.ts'
import type { SqlValue } from '../values/value.ts'
import type { Wanted } from './findReferred.ts'
import { type Reference, refuseReference, valuesAt } from './foreignKeys.ts'
import { compareKeys } from '../tables/keys.ts'

export interface Settling {
  work: Work
  reference: Reference
  check: Extract<ReferenceCheck, { kind: 'parent' }>
  action: ReferentialAction
  /** The rows that refer, by the key that is gone. */
  wanted: Wanted
}

/** The value that a column of the foreign key gets: the new key, NULL or its default. */
function valueAt(settling: Settling, at: number): SqlValue {
  const { work, action, check, wanted } = settling
  const column = wanted.table.columns[wanted.places[at]!]!
  if (action === 'cascade') return check.next![at]!
  if (action === 'setDefault') return defaultOf(column, scopeOf(work, wanted.table, null))
  return null
}

function changed(settling: Settling, values: readonly SqlValue[]): SqlValue[] {
  const { wanted } = settling
  const next = [...values]
  for (const [at, place] of wanted.places.entries()) {
    next[place] = valueAt(settling, at)
    const column = wanted.table.columns[place]!
    if (next[place] === null && !column.isNullable) refuseNull(wanted.table, column, 'notNull')
  }
  return next
}

/** Deletes the referring row, or changes its foreign key, unless its default is what is gone. */
export function carryOn(settling: Settling, row: Key, before: readonly SqlValue[]): void {
  const { work, action, check, wanted } = settling
  const depth = check.depth + 1
  if (action === 'cascade' && check.next === null) {
    return removeRow(work, wanted.table, { row, before }, depth)
  }
  const after = changed(settling, before)
  const isKept =
    compareKeys(valuesAt(after, wanted.places), check.key, wanted.table.rows.dialect) === 0
  if (isKept) refuseReference(work, 'stillReferred', settling.reference)
  replaceRow(work, wanted.table, { row, before, after }, depth)
}
