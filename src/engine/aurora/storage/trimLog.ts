/**
 * Drops the oldest records, the *older* base of the skyline: durable ones that every running
 * segment has, and at the latest when the log grows long; a segment that lacks dropped records
 * gets them from a peer as a whole (*assumption*, L18).
 */
import { isReplaced } from './epoch.ts'
import type { ProtectionGroup, World } from '../world.ts'
import { followChange } from './unfinished.ts'
import { isKept, type RedoLog, recordFlag, rowOf } from './redoLog.ts'

/** Kept in any case, for the picture; and the most that a lagging segment may hold back. */
const keptAtLeast = 1024
const keptAtMost = 6144
/** Dropped at a time, so that the work is rare. */
const slack = 512

export function isTrimDue(log: RedoLog): boolean {
  return log.next - log.first >= keptAtLeast + slack
}

export function trimLog(world: World): void {
  const { log } = world
  const durable = oldestUndurable(world)
  const mustDrop = log.next - keptAtMost
  const limit = Math.min(durable, log.next - keptAtLeast)
  while (log.first < limit && (log.first < mustDrop || isEverywhere(world, log.first))) {
    dropOldest(world)
  }
}

/** Nothing at or above this ordinal may be dropped; without an open writer, nothing at all. */
function oldestUndurable(world: World): number {
  let least = Number.MAX_SAFE_INTEGER
  for (const instance of world.instances) {
    if (instance.role !== 'writer' || isReplaced(world, instance.memory.epoch)) continue
    least = Math.min(least, instance.status === 'open' ? instance.memory.vdlOrdinal : 0)
  }
  return least
}

/** Every running segment of the group has it. */
function isEverywhere(world: World, ordinal: number): boolean {
  const { log } = world
  const row = rowOf(log, ordinal)
  if ((log.flags[row]! & recordFlag.annulled) !== 0) return true
  for (const segment of world.groups[log.group[row]!]!.segments) {
    if (world.nodes[segment.node]!.isUp && segment.scl < log.lsn[row]!) return false
  }
  return true
}

function dropOldest(world: World): void {
  const { log } = world
  const row = rowOf(log, log.first)
  const group = world.groups[log.group[row]!]!
  if ((log.flags[row]! & recordFlag.annulled) === 0) raiseBase(log, group, row)
  forgetOrdinal(group, log.first)
  followChange(log.unfinished, log, log.first)
  log.first++
}

function raiseBase(log: RedoLog, group: ProtectionGroup, row: number): void {
  const next = log.nextInGroup[row]!
  group.baseLsn = log.lsn[row]!
  group.baseOrdinal = isKept(log, next) ? next : -1
  if (group.baseOrdinal < 0) group.tipOrdinal = -1
  else log.previousInGroup[rowOf(log, next)] = -1
}

function forgetOrdinal(group: ProtectionGroup, ordinal: number): void {
  for (const segment of group.segments) if (segment.sclOrdinal === ordinal) segment.sclOrdinal = -1
}
