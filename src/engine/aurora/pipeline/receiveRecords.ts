/**
 * Records come to a segment's disk: the foreground takes its share of the capacity, and steps 3, 5
 * and 6 get work (2017 §3.3). A page whose chain of redo is long enough is due for coalescing:
 * its own chain decides, not the length of the log (§3.2). Rules P1, P4.
 */
import type { Lsn } from '../../contract/units.ts'
import { pushSlot } from '../database/slotRing.ts'
import type { Context } from '../mechanism.ts'
import { nextForSegment } from '../storage/chain.ts'
import { isKept, type RedoLog, rowOf } from '../storage/redoLog.ts'
import type { Segment, World } from '../world.ts'
import { laneOf } from './laneOf.ts'
import { planNode } from './planNode.ts'
import { foregroundCost, type Lane } from './pipeline.ts'
import { settle } from './settle.ts'

const longestChain = 65_535

/** Up to `count` records of the chain, from `first` on; those it has already cost nothing. */
export function receiveRecords(ctx: Context, segment: Segment, first: number, count: number): void {
  const { world } = ctx
  const lane = laneOf(world, segment)
  if (!lane) return
  settle(world, lane)
  if (!segment.hasHole) lane.holeSince = 0
  else if (lane.holeSince === 0) lane.holeSince = world.now
  const { log } = world
  const bit = 1 << segment.slot
  const before = lane.fresh
  let ordinal = first
  for (let passed = 0; passed < count && isKept(log, ordinal); passed++) {
    const row = rowOf(log, ordinal)
    if ((log.heldBy[row]! & bit) === 0) receiveRecord(world, lane, log.page[row]!)
    ordinal = log.nextInGroup[row]!
  }
  if (before === 0 && lane.fresh > 0) planNode(world, lane.node)
}

/** What comes from a peer costs as much; what the log keeps only as a whole comes coalesced. */
export function receiveGossip(ctx: Context, segment: Segment, upTo: Lsn): void {
  const { world } = ctx
  const { log } = world
  const lane = laneOf(world, segment)
  if (!lane) return
  const { received } = lane
  const first = nextForSegment(log, world.groups[segment.group]!, segment)
  receiveRecords(ctx, segment, first, countUpTo(log, first, upTo))
  lane.gossiped += lane.received - received
}

function countUpTo(log: RedoLog, first: number, upTo: Lsn): number {
  let count = 0
  let ordinal = first
  while (ordinal >= 0 && isKept(log, ordinal) && log.lsn[rowOf(log, ordinal)]! <= upTo) {
    count++
    ordinal = log.nextInGroup[rowOf(log, ordinal)]!
  }
  return count
}

function receiveRecord(world: World, lane: Lane, page: number): void {
  const { now } = world
  if (lane.unsorted++ === 0) lane.unsortedSince = now
  if (lane.fresh++ === 0) lane.freshSince = now
  lane.received++
  lane.debt += foregroundCost
  lengthen(world, lane, page)
}

/** Pages that typed SQL has added lie behind all others. */
function chainUpTo(lane: Lane, place: number): Uint16Array {
  if (place < lane.chain.length) return lane.chain
  const longer = new Uint16Array(Math.max(place + 1, lane.chain.length * 2))
  longer.set(lane.chain)
  lane.chain = longer
  return longer
}

/** Coalescing is begun by the length of one page's chain. */
function lengthen(world: World, lane: Lane, page: number): void {
  const { duePages, firstPage, hasPages } = lane
  if (!hasPages) return
  const chain = chainUpTo(lane, page - firstPage)
  if (chain[page - firstPage] === longestChain) return
  const length = ++chain[page - firstPage]!
  const due = world.parameters['storage.coalesceChain']
  if (length < due) return
  if (length > due) {
    lane.dueRecords++
    return
  }
  if (duePages.count === 0) lane.dueSince = world.now
  pushSlot(duePages, page)
  lane.dueRecords += length
}
