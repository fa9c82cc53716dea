/** LSNs rise with the ordinals of the redo log, so a record is found by halving. */
import type { Lsn } from '../../contract/units.ts'
import { type RedoLog, rowOf } from './redoLog.ts'

/** Ordinal of the record with this LSN; -1 when the log does not keep it. */
export function findRecord(log: RedoLog, lsn: Lsn): number {
  let low = log.first
  let high = log.next - 1
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const found = log.lsn[rowOf(log, middle)]!
    if (found === lsn) return middle
    if (found < lsn) low = middle + 1
    else high = middle - 1
  }
  return -1
}
