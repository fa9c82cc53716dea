/** Where a segment stands on its way through the steps; made when it is first asked for. */
import { createSlotRing } from '../database/slotRing.ts'
import { tailBits } from '../storage/quorumSets.ts'
import type { Segment, World } from '../world.ts'
import { firstPageOf, pagesOfGroup } from './pagesOfGroup.ts'
import type { Lane } from './pipeline.ts'

export function hostOf({ group, slot }: Segment): number {
  return group * 8 + slot
}

/** Null while no background work is counted. Another host in the same slot begins anew. */
export function laneOf(world: World, segment: Segment): Lane | null {
  const { pipeline } = world
  if (!pipeline || world.setup.topology === 'multi-master') return null
  const known = seenLane(world, segment)
  if (known) return known
  const host = hostOf(segment)
  while (pipeline.lanes.length <= host) pipeline.lanes.push(null)
  const lane = createLane(world, segment)
  pipeline.lanes[host] = lane
  return lane
}

/** The same for a look that must change nothing. */
export function seenLane({ pipeline }: World, segment: Segment): Lane | null {
  const lane = pipeline?.lanes[hostOf(segment)] ?? null
  return lane?.node === segment.node ? lane : null
}

/** A segment that has received nothing yet. */
export function createLane(world: World, segment: Segment): Lane {
  const { group, slot, node } = segment
  return {
    node,
    settledAt: world.now,
    spare: 0,
    debt: 0,
    received: 0,
    gossiped: 0,
    holeSince: 0,
    unsorted: 0,
    unsortedSince: 0,
    sorted: 0,
    chain: new Uint16Array(pagesOfGroup(world, group)),
    firstPage: firstPageOf(world, group),
    hasPages: ((tailBits(world, group) >>> slot) & 1) === 0,
    duePages: createSlotRing(),
    dueRecords: 0,
    dueSince: 0,
    coalesced: 0,
    fresh: 0,
    freshSince: 0,
    staging: null,
    staged: 0,
    backedUp: 0,
    marks: [],
    collecting: null,
    collectedRecords: 0,
    collected: 0,
    corrupt: [],
    repaired: 0,
    repair: null,
    throttledSince: 0,
  }
}
