/** What a segment is: its place and its points (2018 §2.3). Bytes of pages are not kept. */
import type { SegmentId } from '../../contract/ids.ts'
import type { Lsn } from '../../contract/units.ts'

/** One of the six copies of a protection group. Which records it holds is a bit of the redo log. */
export interface SegmentState {
  id: SegmentId
  group: number
  /** Its bit in `heldBy`. */
  slot: number
  /** Index of its node. */
  node: number
  /** Inclusive upper bound of the gapless part of the group's chain (2018 §2.3). */
  scl: Lsn
  /** Ordinal of the record at `scl` in the redo log; -1 = older than the log keeps, or none. */
  sclOrdinal: number
  /** Highest LSN held without regard to gaps. */
  highestHeld: Lsn
  /** Refuses lower volume epochs: a promise given at a scan. */
  epoch: number
  /** Epoch of the newest truncation range that it has applied. */
  truncationEpoch: number
  /** Lowest read point it was told of (PGMRPL), counted as the group's last LSN at or below it. */
  lowestReadPoint: Lsn
  /** A hole was told as a fact and has not been filled. */
  hasHole: boolean
}
