/**
 * A member that did not count begins to: it has everything that was durable when it came, so that
 * no recovery that hears it can miss what was acknowledged. Rules M5, M11, M13.
 */
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { changeAt } from './membership.ts'

/** What a recovery has annulled need not be waited for. */
export function isHydrated(world: World, group: number, slot: number): boolean {
  const { filling, isLost, countsFrom } = world.membership!.groups[group]!.members[slot]!
  const { segments, tipLsn } = world.groups[group]!
  return filling === null && !isLost && segments[slot]!.scl >= Math.min(countsFrom, tipLsn)
}

export function countIfHydrated(ctx: Context, group: number, slot: number): void {
  const { world } = ctx
  const own = world.membership!.groups[group]!
  const bit = 1 << slot
  if ((own.uncounted & bit) === 0 || !isHydrated(world, group, slot)) return
  own.uncounted &= ~bit
  ctx.cause = changeAt(own, slot)?.fact ?? ctx.cause
  ctx.touched.hasTopologyChanged = true
  const { letter, joinedAt } = own.members[slot]!
  own.changes = own.changes.filter(({ kind, joining }) => kind !== 'rebuild' || joining !== letter)
  const { id, segments } = world.groups[group]!
  const { id: segment, scl } = segments[slot]!
  tell(ctx, 'SegmentHydrated', { group: id, segment, scl, tookMicros: world.now - joinedAt })
}
