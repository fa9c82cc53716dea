/**
 * Step 7: old versions that no read may ask for any more are collected: what lies at or below the
 * lowest read point (PGMRPL) that the segment was told of, and is backed up (2018 §2.1, §3.4).
 * Whole backups are collected, so that a record is never gone before it is in object storage.
 * Rules P6, P7.
 */
import { skipFact, tell, touchSegment } from '../context.ts'
import type { Context } from '../mechanism.ts'
import type { Segment, World } from '../world.ts'
import type { Lane } from './pipeline.ts'

export function beginCollection({ now }: World, segment: Segment, lane: Lane): void {
  if (lane.collecting) return
  let records = 0
  let lsn = lane.collected
  for (const mark of lane.marks) {
    if (mark.lsn > segment.lowestReadPoint) break
    records += mark.records
    lsn = mark.lsn
  }
  if (records > 0) lane.collecting = { lsn, records, left: records, since: now }
}

export function endCollection(ctx: Context, segment: Segment, lane: Lane): void {
  const { collecting } = lane
  if (!collecting || collecting.left > 0) return
  const { lsn, records } = collecting
  lane.collecting = null
  lane.collected = lsn
  lane.collectedRecords += records
  lane.marks = lane.marks.filter(mark => mark.lsn > lsn)
  touchSegment(ctx, segment.group, segment.slot)
  if (ctx.isListening) tell(ctx, 'GarbageCollected', { segment: segment.id, lsn, records })
  else skipFact(ctx)
}
