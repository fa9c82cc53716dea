/**
 * Step 6: log and new pages go to object storage, a whole batch at a time, off the foreground path
 * (2017 §3.3, §5). Rule P5.
 */
import { skipFact, tell } from '../context.ts'
import type { Context } from '../mechanism.ts'
import type { Segment, World } from '../world.ts'
import type { Lane } from './pipeline.ts'

/** All that the segment has without a gap; what floats above a hole waits for the next turn. */
export function beginBackup({ now }: World, { scl }: Segment, lane: Lane): void {
  if (lane.staging || lane.fresh === 0 || scl <= lane.backedUp) return
  lane.staging = { lsn: scl, records: lane.fresh, left: lane.fresh, since: now }
  lane.fresh = 0
}

export function endBackup(ctx: Context, segment: Segment, lane: Lane): void {
  const { staging } = lane
  if (!staging || staging.left > 0) return
  const { lsn, records } = staging
  lane.staging = null
  lane.backedUp = lsn
  lane.staged += records
  lane.marks.push({ at: ctx.world.now, lsn, records })
  if (ctx.isListening) tell(ctx, 'SegmentBackedUp', { segment: segment.id, lsn, records })
  else skipFact(ctx)
}
