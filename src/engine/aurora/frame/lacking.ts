/**
 * What a segment lacks of its group's chain: `behind` counts every record it has not got, `holes`
 * those of them below the newest it has. What the log keeps only as the older base is not counted.
 */
import { isKept, type RedoLog, rowOf } from '../storage/redoLog.ts'
import type { ProtectionGroup, Segment } from '../world.ts'

export function lacking(log: RedoLog, group: ProtectionGroup, segment: Segment) {
  const bit = 1 << segment.slot
  let behind = 0
  let holes = 0
  let ordinal = group.tipOrdinal
  while (isKept(log, ordinal)) {
    const row = rowOf(log, ordinal)
    if (log.lsn[row]! <= segment.scl) break
    if ((log.heldBy[row]! & bit) === 0) {
      behind++
      if (log.lsn[row]! < segment.highestHeld) holes++
    }
    ordinal = log.previousInGroup[row]!
  }
  return { behind, holes }
}
