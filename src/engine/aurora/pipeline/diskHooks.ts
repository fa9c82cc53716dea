/**
 * What the disk of a storage node adds to the foreground: slowness, congestion, failing writes, a
 * throttle, and how much of a page has still to be made when it is read. Rules P2–P4, P11–P13.
 */
import type { ActiveFault } from '../../contract/faults.ts'
import type { Micros } from '../../contract/units.ts'
import { below, chance } from '../../kernel/streams.ts'
import { skipFact, tell } from '../context.ts'
import { shiftSlot, pushSlot } from '../database/slotRing.ts'
import type { Context, StorageHooks } from '../mechanism.ts'
import { messageNumber } from '../messageNumber.ts'
import { segmentOn } from '../storage/segment.ts'
import type { Segment, World } from '../world.ts'
import { corruptAt } from './corruptAt.ts'
import { findCorrupt } from './findCorrupt.ts'
import { diskFaultAt } from './diskFaultAt.ts'
import { hostOf, laneOf } from './laneOf.ts'
import type { Lane } from './pipeline.ts'
import { receiveGossip, receiveRecords } from './receiveRecords.ts'
import { settle } from './settle.ts'
import { throttleMicros } from './throttle.ts'

export const diskHooks: StorageHooks = {
  writeMicros,
  readMicros,
  receiveRecords,
  receiveGossip,
  servesPage,
}

/** Negative: the write fails. */
function writeMicros(ctx: Context, node: number, slot: number, plain: Micros): Micros {
  const { world } = ctx
  const { pipeline, network } = world
  if (!pipeline) return plain
  const onDisk = diskMicros(ctx, node, plain, true)
  if (onDisk < 0 || network.messages.kind[slot] !== messageNumber.WriteRedo) return onDisk
  const segment = segmentOn(world, network.messages.a[slot]!, node)
  const lane = segment && laneOf(world, segment)
  return lane ? onDisk + throttleMicros(ctx, segment, lane) : onDisk
}

/** What a page lacks is applied when it is read; the disk takes its time as well. */
function readMicros(ctx: Context, segment: Segment, page: number, plain: Micros): Micros {
  const { world } = ctx
  const lane = laneOf(world, segment)
  if (!lane) return plain
  settle(world, lane)
  const { parameters } = world
  const { slowPpm } = world.nodes[segment.node]!
  const records = lane.chain[page - lane.firstPage] ?? 0
  const micros = parameters['storage.pageRead'] + records * parameters['storage.applyRecord']
  const onNode = Math.floor((micros * slowPpm) / 1_000_000 + 0.5)
  return diskMicros(ctx, segment.node, onNode, false)
}

function diskMicros(ctx: Context, node: number, plain: Micros, isWrite: boolean): Micros {
  const { world } = ctx
  if (world.faults.length === 0) return plain
  const { id } = world.nodes[node]!
  const slow = diskFaultAt(world, 'SlowDisk', id)
  const congestion = diskFaultAt(world, 'DiskCongestion', id)
  const failure = isWrite ? diskFaultAt(world, 'DiskFailure', id) : null
  if (failure && chance(world.pipeline!.stream, failure.ratioPpm ?? 0)) return failWrite(ctx, id)
  const onDisk = slow ? Math.floor(plain * (slow.factor ?? 1) + 0.5) : plain
  return congestion ? onDisk + congestionMicros(ctx, id, congestion) : onDisk
}

function failWrite(ctx: Context, node: string): number {
  if (ctx.isListening) tell(ctx, 'DiskWriteFailed', { node })
  else skipFact(ctx)
  return -1
}

const microsPerMilli = 1000

function congestionMicros(ctx: Context, node: string, congestion: ActiveFault): Micros {
  const { stream } = ctx.world.pipeline!
  const { ratioPpm = 0, minMillis = 0, maxMillis = 0 } = congestion
  if (!chance(stream, ratioPpm)) return 0
  const least = Math.floor(Math.min(minMillis, maxMillis) * microsPerMilli)
  const most = Math.floor(Math.max(minMillis, maxMillis) * microsPerMilli)
  const addedMicros = least + below(stream, most - least + 1)
  if (ctx.isListening) tell(ctx, 'DiskCongested', { node, addedMicros })
  else skipFact(ctx)
  return addedMicros
}

/** False: the checksum does not fit. A page made for a read is kept (*assumption*, P4). */
function servesPage(ctx: Context, segment: Segment, page: number): boolean {
  const { world } = ctx
  if (!world.pipeline) return true
  if (corruptAt(world, segment, page)) {
    findCorrupt(ctx, hostOf(segment), page, 'read')
    return false
  }
  const lane = laneOf(world, segment)
  if (lane) coalesceOnDemand(world, lane, page)
  return true
}

function coalesceOnDemand(world: World, lane: Lane, page: number): void {
  settle(world, lane)
  const records = lane.chain[page - lane.firstPage] ?? 0
  lane.chain[page - lane.firstPage] = 0
  lane.coalesced += records
  if (records < world.parameters['storage.coalesceChain']) return
  lane.dueRecords -= records
  for (let left = lane.duePages.count; left > 0; left--) {
    const other = shiftSlot(lane.duePages)
    if (other !== page) pushSlot(lane.duePages, other)
  }
}
