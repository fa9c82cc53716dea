/**
 * A segment has promised to refuse lower epochs and told its SCL. When a read set of every group
 * has promised, and not before, the points are computed. Rules R2, R3.
 */
import { isSatisfied } from '../storage/quorum.ts'
import { uncountedBits } from '../storage/quorumSets.ts'
import { segmentOn } from '../storage/segment.ts'
import type { Context } from '../context.ts'
import type { Opening } from '../instance.ts'
import type { World } from '../world.ts'
import { truncateVolume } from './truncateVolume.ts'

export function receiveSclPromise(ctx: Context, index: number, slot: number): void {
  const { world } = ctx
  const { messages } = world.network
  const { status, memory } = world.instances[index]!
  const { opening } = memory
  if (status !== 'opening' || opening?.phase !== 'scanning') return
  if (messages.b[slot] !== opening.epoch) return
  const group = messages.a[slot]!
  const segment = segmentOn(world, group, messages.from[slot]! - world.instances.length)
  if (!segment || ((uncountedBits(world, group) >>> segment.slot) & 1) === 1) return
  opening.promised[group]! |= 1 << segment.slot
  opening.promisedScl[group]![segment.slot] = messages.c[slot]!
  opening.promisedHighest[group]![segment.slot] = messages.d[slot]!
  if (hasReadSets(world, opening)) truncateVolume(ctx, index)
}

/** R3: of every group. */
function hasReadSets(world: World, opening: Opening): boolean {
  for (let group = 0; group < world.groups.length; group++) {
    if (!isSatisfied(world.groups[group]!.read, opening.promised[group]!)) return false
  }
  return true
}
