/**
 * Foreign keys as the triggers of PostgreSQL look at them: queries at the end of the statement. At
 * READ COMMITTED they see what is there now; at higher levels parents as the snapshot shows them,
 * while rows that refer are seen as they are, and one that the snapshot does not show is a failure.
 */
import { lockRow, refuseChange } from '../statements/lockRow.ts'
import { viewOf } from '../sessions/views.ts'
import { numbered, numberOf, type Work } from '../sessions/work.ts'
import { findTable } from '../tables/findTable.ts'
import { isVisible, visibleVersion } from '../tables/readViews.ts'
import type { Entry, Version } from '../tables/tableTypes.ts'
import type { Wanted } from './findReferred.ts'
import { placesOf, refuseReference } from './foreignKeys.ts'
import { hasValues, noteRow, presentVersion, rowsFor } from './postgresqlRows.ts'
import { carryOn, type Settling } from './settling.ts'

function keepsSnapshot(work: Work): boolean {
  const { isolation } = numbered(work)
  return isolation === 'repeatable read' || isolation === 'serializable'
}

/** What the query for a parent sees of a row, changes of this statement included. */
function seenParent(work: Work, wanted: Wanted, row: Entry): Version | null {
  if (!keepsSnapshot(work)) return presentVersion(work, wanted, row.key)
  return visibleVersion(work.relations, row.newest, viewOf(work), numbered(work).statements + 1)
}

/** Locks a row that was seen; null = it no longer has the key, and is passed by. */
function lockSeen(work: Work, wanted: Wanted, { row, mode }: LockOf): Version | null {
  lockRow(work, { table: wanted.table, row, mode, onConflict: 'wait' })
  const now = presentVersion(work, wanted, row)
  if (hasValues(wanted, now)) return now
  if (keepsSnapshot(work)) refuseChange(work, now === null || now.values === null)
  return null
}

interface LockOf {
  row: Entry['key']
  mode: 'KeyShare' | 'NoKeyUpdate' | 'Update'
}

export function hasParentPostgresql(work: Work, wanted: Wanted): boolean {
  return rowsFor(work, wanted).some(row => {
    if (!hasValues(wanted, seenParent(work, wanted, row))) return false
    noteRow(work, wanted, row.key)
    return lockSeen(work, wanted, { row: row.key, mode: 'KeyShare' }) !== null
  })
}

/** NO ACTION: another row may have the key by now. */
function isReplaced(work: Work, { reference, check, action }: Settling): boolean {
  const { parent, parentColumns } = reference.foreignKey
  const table = findTable(work.relations, parent, numberOf(work))
  if (action !== 'noAction' || table === null) return false
  const wanted = { table, places: placesOf(table, parentColumns), key: check.key }
  return rowsFor(work, wanted).some(row => {
    return hasValues(wanted, presentVersion(work, wanted, row.key))
  })
}

/** A change of a row that the snapshot does not show is refused. */
function refuseUnseen(work: Work, version: Version): void {
  if (!keepsSnapshot(work)) return
  if (!isVisible(work.relations, version, viewOf(work), numbered(work).statements + 1)) {
    refuseChange(work, false)
  }
}

function modeOf({ check, action, wanted }: Settling): LockOf['mode'] {
  if (action === 'noAction' || action === 'restrict') return 'KeyShare'
  if (action === 'cascade' && check.next === null) return 'Update'
  const isKey = wanted.table.indexes.some(({ isUnique, columns }) => {
    return isUnique && columns.some(column => wanted.places.includes(column))
  })
  return isKey ? 'Update' : 'NoKeyUpdate'
}

/** True = the row is dealt with; false = its change has to be looked at first. */
function settleRow(settling: Settling, row: Entry): boolean {
  const { work, reference, action, wanted, check } = settling
  if (!hasValues(wanted, presentVersion(work, wanted, row.key))) return true
  noteRow(work, wanted, row.key)
  const mode = modeOf(settling)
  const now = lockSeen(work, wanted, { row: row.key, mode })
  if (now === null) return true
  if (action === 'noAction' || action === 'restrict') {
    refuseReference(work, 'stillReferred', reference)
  }
  refuseUnseen(work, now)
  carryOn(settling, row.key, now.values!)
  return work.running.checks[0] === check
}

/** True = no row refers any more. */
export function settleChildrenPostgresql(settling: Settling): boolean {
  if (isReplaced(settling.work, settling)) return true
  return rowsFor(settling.work, settling.wanted).every(row => settleRow(settling, row))
}
