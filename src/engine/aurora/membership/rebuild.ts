/**
 * A slot is made anew in place while only a read quorum is left: no membership epoch can be written
 * then, so that the members stay who they are and one of them moves to another host, on the
 * authority of the volume's metadata. The papers say that a read quorum is enough to rebuild, not
 * how: this mechanism is not published. The slot counts in no read or recovery set until it has the
 * recovered PGCL, or it would answer as a member that has forgotten what it acknowledged (derived).
 * Rule M11.
 */
import type { Lsn } from '../../contract/units.ts'
import type { Context } from '../context.ts'
import { recoveredPgcl } from '../database/recoverPoints.ts'
import { isSatisfied } from '../storage/quorum.ts'
import { uncountedBits } from '../storage/quorumSets.ts'
import type { World } from '../world.ts'
import { startFilling } from './fill.ts'
import { takeSets, tellChanged } from './putInForce.ts'
import { isSilent } from './suspicion.ts'
import { emptySlot, forgetSlot, learnVolume, rehost } from './slots.ts'

/** M11: a read set of members that count is heard. */
export function canRebuild(world: World, group: number): boolean {
  return isSatisfied(world.groups[group]!.read, countedBits(world, group))
}

function countedBits(world: World, group: number): number {
  let heard = 0
  for (const { slot, node } of world.groups[group]!.segments) {
    if (!isSilent(world, node)) heard |= 1 << slot
  }
  return heard & ~uncountedBits(world, group)
}

export function rebuild(ctx: Context, group: number, slot: number, node: number): void {
  const { world } = ctx
  const own = world.membership!.groups[group]!
  const member = own.members[slot]!
  const segment = world.groups[group]!.segments[slot]!
  member.countsFrom = Math.max(durablePoint(world, group), foundPoint(world, group))
  member.joinedAt = world.now
  const left = segment.id
  emptySlot(world, group, slot)
  forgetSlot(world, group, slot)
  rehost(world, group, slot, node)
  learnVolume(world, segment)
  own.uncounted |= 1 << slot
  member.epoch = ++world.groups[group]!.membershipEpoch
  takeSets(ctx, group)
  tellChanged(ctx, group, { change: 'rebuild', joined: segment.id, left })
  startFilling(ctx, group, slot)
}

/** What a writer may have acknowledged, as far as it is known. */
export function durablePoint({ instances }: World, group: number): Lsn {
  return instances.reduce((highest, { memory }) => Math.max(highest, memory.groups[group]!.pgcl), 0)
}

/** R4: what those that are heard say. */
function foundPoint(world: World, group: number): Lsn {
  const { write, segments } = world.groups[group]!
  const scl = segments.map(segment => segment.scl)
  return recoveredPgcl(write, countedBits(world, group), scl)
}
