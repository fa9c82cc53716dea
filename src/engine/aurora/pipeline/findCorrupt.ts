/**
 * A node learns that a page is damaged when a scrub, a read or a peer's question makes it look
 * (2017 §3.3; P9).
 */
import { tell } from '../context.ts'
import type { Context } from '../mechanism.ts'
import { askForPage } from './askForPage.ts'
import { corruptAt } from './corruptAt.ts'

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
