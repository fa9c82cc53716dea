/**
 * What a segment's background work has come to by now: its budget is what the foreground leaves of
 * the capacity, so a busy node puts it off (2017 §3.3; rules P1, P2). Sorting comes first, then
 * coalescing, backup and collection. Worked out when somebody asks, exactly, without a timer.
 */
import type { Micros } from '../../contract/units.ts'
import { shiftSlot, peekSlot } from '../database/slotRing.ts'
import type { World } from '../world.ts'
import { capacityOf } from './capacityOf.ts'
import { foregroundCost, type Lane, type Staging } from './pipeline.ts'

const million = 1_000_000
/** No queue of this model takes longer; it keeps the products below 2^53. */
const longestMicros = 1_000_000_000

export function settle(world: World, lane: Lane): void {
  work(world, lane, true)
}

/** The lane as it stands now, for the picture; the lane itself stays as it is. */
export function settledCopy(world: World, lane: Lane): Lane {
  const copy = {
    ...lane,
    duePages: { ...lane.duePages },
    staging: lane.staging && { ...lane.staging },
    collecting: lane.collecting && { ...lane.collecting },
  }
  work(world, copy, false)
  return copy
}

function work(world: World, lane: Lane, isReal: boolean): void {
  const { now } = world
  if (lane.settledAt === now) return
  const elapsed = Math.min(now - lane.settledAt, longestMicros)
  lane.settledAt = now
  if (!hasWork(lane) || !world.nodes[lane.node]!.isUp) {
    lane.spare = 0
    return
  }
  lane.spare += elapsed * capacityOf(world, lane.node) * foregroundCost
  const isOn = world.parameters['storage.background'] === 1
  if (isOn && sortsAll(lane)) return
  lane.debt -= take(lane, lane.debt)
  if (lane.debt === 0 && isOn) workBehind(lane, isReal)
  if (!hasWork(lane)) lane.spare = 0
}

/** The usual case, quickly: all that came has been paid for and sorted, and no more is to do. */
function sortsAll(lane: Lane): boolean {
  const { debt, unsorted, dueRecords, staging, collecting } = lane
  if (dueRecords > 0 || staging !== null || collecting !== null) return false
  if (lane.spare < (debt + unsorted) * million) return false
  lane.sorted += unsorted
  lane.unsorted = 0
  lane.debt = 0
  lane.spare = 0
  return true
}

function hasWork({ debt, unsorted, dueRecords, staging, collecting }: Lane): boolean {
  const staged = leftOf(staging) + leftOf(collecting)
  return debt > 0 || unsorted > 0 || dueRecords > 0 || staged > 0
}

/** Quarters that the budget has for `wanted`; they are spent. */
function take(lane: Lane, wanted: number): number {
  const quarters = Math.min(wanted, Math.floor(lane.spare / million))
  lane.spare -= quarters * million
  return quarters
}

function workBehind(lane: Lane, isReal: boolean): void {
  const sorted = take(lane, lane.unsorted)
  lane.unsorted -= sorted
  lane.sorted += sorted
  if (lane.unsorted > 0) return
  while (lane.duePages.count > 0) if (!coalesceNext(lane, isReal)) return
  workOff(lane, lane.staging)
  if ((lane.staging?.left ?? 0) === 0) workOff(lane, lane.collecting)
}

/** A page is materialised as a whole, or waits until the budget is enough. */
function coalesceNext(lane: Lane, isReal: boolean): boolean {
  const page = peekSlot(lane.duePages)
  const records = lane.chain[page - lane.firstPage]!
  if (lane.spare < records * million) return false
  lane.spare -= records * million
  shiftSlot(lane.duePages)
  lane.dueRecords -= records
  lane.coalesced += records
  if (isReal) lane.chain[page - lane.firstPage] = 0
  return true
}

/** What is done is noted when the node's timer rings, at that same instant. */
function workOff(lane: Lane, staging: Staging | null): void {
  if (staging) staging.left -= take(lane, staging.left)
}

/** P3: records that wait to be sorted or, in pages whose chain is due, to be coalesced. */
export function backlogOf({ unsorted, dueRecords }: Lane): number {
  return unsorted + dueRecords
}

function leftOf(staging: Staging | null): number {
  return staging?.left ?? 0
}

/** How long until what is due before and in `staging` is done, if nothing more comes. */
export function microsUntilDone(world: World, lane: Lane, isCollecting: boolean): Micros {
  const before = lane.debt + lane.unsorted + lane.dueRecords + leftOf(lane.staging)
  const quarters = before + (isCollecting ? leftOf(lane.collecting) : 0)
  const perSecond = capacityOf(world, lane.node) * foregroundCost
  return Math.max(0, Math.ceil((quarters * million - lane.spare) / perSecond))
}
