/**
 * A page that has been damaged on a segment's disk. The bytes of pages are not kept in this model:
 * a damaged page is one whose checksum does not fit. The node does not know until a scrub, a read
 * or a peer's question makes it look (2017 §3.3; P9).
 */
import { tell } from '../context.ts'
import type { Context } from '../mechanism.ts'
import type { Segment, World } from '../world.ts'
import { laneOf, seenLane } from './laneOf.ts'
import { planNode } from './planNode.ts'
import { askForPage } from './repairPage.ts'
import type { CorruptPage } from './pipeline.ts'

export function corruptAt(world: World, segment: Segment, page: number): CorruptPage | null {
  const corrupt = seenLane(world, segment)?.corrupt ?? []
  for (let index = 0; index < corrupt.length; index++) {
    if (corrupt[index]!.page === page) return corrupt[index]!
  }
  return null
}

export function damagePage(ctx: Context, segment: Segment, page: number): void {
  const { world } = ctx
  const lane = laneOf(world, segment)
  if (!lane || corruptAt(world, segment, page)) return
  const fact = tell(ctx, 'PageCorrupted', { segment: segment.id, page })
  lane.corrupt.push({ page, since: world.now, foundAt: 0, asked: -1, askedAt: 0, fact })
  planNode(world, lane.node)
}

/** By hand, or because the node has got a sound copy. */
export function forgetDamage(world: World, segment: Segment, page: number): void {
  const lane = seenLane(world, segment)
  if (lane) lane.corrupt = lane.corrupt.filter(corrupt => corrupt.page !== page)
}

/** The node notices, and asks a peer for the page. */
export function findCorrupt(
  ctx: Context,
  host: number,
  page: number,
  by: 'scrub' | 'read' | 'peer',
): void {
  const { world, cause } = ctx
  const segment = world.groups[host >>> 3]!.segments[host & 7]!
  const corrupt = corruptAt(world, segment, page)
  if (!corrupt || corrupt.foundAt > 0) return
  corrupt.foundAt = world.now
  ctx.cause = corrupt.fact
  ctx.cause = tell(ctx, 'CorruptionFound', { segment: segment.id, page, by })
  corrupt.fact = ctx.cause
  askForPage(ctx, segment, corrupt)
  ctx.cause = cause
}
