/**
 * A page on a segment's disk is damaged: of a node its first segment, and unless named the first
 * page of the group. Healed by hand the page is simply whole again; the node repairs it by itself
 * once it knows (rules P9, P10).
 */
import type { Context } from '../aurora/context.ts'
import { awaken } from '../aurora/pipeline/awaken.ts'
import { forgetDamage } from '../aurora/pipeline/corruptAt.ts'
import { damagePage } from '../aurora/pipeline/damagePage.ts'
import { firstPageOf } from '../aurora/pipeline/pagesOfGroup.ts'
import type { Segment, World } from '../aurora/world.ts'
import type { ActiveFault } from '../contract/faults.ts'
import type { FaultEntry } from './faultEntry.ts'

export const pageCorruption: FaultEntry = {
  fault: 'PageCorruption',
  target: 'node-or-segment',
  isOfSingleMaster: true,
  parameters: [],
  inject,
  heal: ({ world }, fault) => {
    const segment = segmentAt(world, fault.target)
    if (segment) forgetDamage(world, segment, pageOf(world, segment, fault))
  },
}

function inject(ctx: Context, fault: ActiveFault): void {
  const { world } = ctx
  awaken(world)
  const segment = segmentAt(world, fault.target)
  if (!segment) return
  fault.page = pageOf(world, segment, fault)
  damagePage(ctx, segment, fault.page)
}

function pageOf(world: World, { group }: Segment, { page }: ActiveFault): number {
  return page ?? firstPageOf(world, group)
}

/** Null for a spare node, and for a segment that is not there. */
export function segmentAt(world: World, target: string): Segment | null {
  const host = world.nodes.find(({ id }) => id === target)?.hosts[0]
  if (host !== undefined) return world.groups[host >>> 3]!.segments[host & 7]!
  for (const { segments } of world.groups) {
    const segment = segments.find(({ id }) => id === target)
    if (segment) return segment
  }
  return null
}
