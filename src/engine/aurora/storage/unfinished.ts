/**
 * Which transactions have changed rows and not ended, as far as a walk up the log has come: a
 * commit record ends one, and so does the record that says that nothing is left of it; what undo
 * has put back is changed no more. The log keeps such a list of what it has dropped.
 * Rules L18, R12.
 */
import { isAnnulled, type RedoLog, recordFlag, rowOf } from './redoLog.ts'
import { rowKey } from './rowKey.ts'

/** By transaction, the one that began first in front: its rows, oldest first, as page and place. */
export type Unfinished = Map<number, number[]>

const { commit, consistencyPoint, undoing, undone } = recordFlag

/** The walk comes to this record. */
export function followChange(unfinished: Unfinished, log: RedoLog, ordinal: number): void {
  const row = rowOf(log, ordinal)
  const flags = log.flags[row]!
  if ((flags & consistencyPoint) === 0 || isAnnulled(log, ordinal)) return
  const serial = log.transaction[row]!
  if ((flags & (commit | undone)) !== 0) {
    unfinished.delete(serial)
    return
  }
  const rows = unfinished.get(serial) ?? []
  unfinished.set(serial, rows)
  const key = rowKey(log.page[row]!, log.place[row]!)
  if ((flags & undoing) === 0) rows.push(key)
  else if (rows.includes(key)) rows.splice(rows.lastIndexOf(key), 1)
}
