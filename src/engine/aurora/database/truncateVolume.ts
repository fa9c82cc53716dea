/**
 * The truncation range: everything from VDL up to the highest LSN that can ever have been given
 * is annulled, for good and versioned by epoch; new records get LSNs above it (2017 §4.3).
 * It is written to all segments and must be on a write set of every group. Rules R6 and R7.
 */
import { type Context, tell, touchInstance } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { annulAbove } from '../storage/chain.ts'
import type { Opening } from '../instance.ts'
import type { World } from '../world.ts'
import { recoverPoints } from './recoverPoints.ts'

/** R5, R6: a read set of every group has promised. */
export function truncateVolume(ctx: Context, index: number): void {
  const { world } = ctx
  const { id, memory } = world.instances[index]!
  const opening = memory.opening!
  recoverPoints(world, opening)
  const { epoch, vcl, vdl } = opening
  opening.rangeEnd = endOfRange(world, opening)
  opening.phase = 'truncating'
  opening.since = world.now
  world.volume.truncations.push({ epoch, above: vdl, upTo: opening.rangeEnd })
  const annulled = annulAbove(world, vdl)
  ctx.cause = tell(ctx, 'PointsRecovered', { instance: id, epoch, vcl, vdl })
  const range = { epoch, above: vdl, upTo: opening.rangeEnd, annulled }
  ctx.cause = tell(ctx, 'VolumeTruncated', range)
  opening.fact = ctx.cause
  touchInstance(ctx, index)
  sendTruncations(ctx, index)
}

/** R6: no LSN above this one has ever been given, since allocation stops at the limit (L8). */
function endOfRange(world: World, opening: Opening): number {
  const { truncations } = world.volume
  const newestEnd = truncations[truncations.length - 1]?.upTo ?? 0
  const base = Math.max(opening.vdl, newestEnd)
  return base + world.parameters['storage.lsnAllocationLimit']
}

/** R7: to every segment that has not written it down or lacks a record that was kept. */
export function sendTruncations(ctx: Context, index: number): void {
  const { groups, instances } = ctx.world
  const { opening, groups: known } = instances[index]!.memory
  for (let group = 0; group < groups.length; group++) {
    const { segments, tipLsn } = groups[group]!
    for (let slot = 0; slot < segments.length; slot++) {
      const isDone = ((opening!.truncated[group]! >>> slot) & 1) === 1
      const hasAll = known[group]!.sclSeen[slot]! >= tipLsn
      if (!isDone || !hasAll) sendTruncation(ctx, index, group * 8 + slot)
    }
  }
}

function sendTruncation(ctx: Context, index: number, member: number): void {
  const { groups, nodes, instances } = ctx.world
  const { actor, memory } = instances[index]!
  const opening = memory.opening!
  payload.a = member >>> 3
  payload.b = opening.epoch
  payload.c = opening.vdl
  payload.d = opening.rangeEnd
  const { node } = groups[member >>> 3]!.segments[member & 7]!
  sendMessage(ctx, actor, nodes[node]!.actor, messageNumber.Truncate)
}
