/**
 * A copy that runs and lacks records that a write set has, without the writer's message being on
 * its way: it was away or a message was lost, and its peers give it what it missed. Which one
 * lacks most.
 */
import type { Lsn, Micros } from '../../contract/units.ts'
import { LOST } from '../../kernel/messageTable.ts'
import { bringing } from '../bringing.ts'
import { messageNumber } from '../messageNumber.ts'
import { writerIndex } from '../status/reachability.ts'
import { nextForSegment } from '../storage/chain.ts'
import { isKept, rowOf } from '../storage/redoLog.ts'
import type { ProtectionGroup, Segment, World } from '../world.ts'

/** Longer than even a slow message takes. */
const longAgoMicros: Micros = 50_000

export function segmentCatchingUp(world: World) {
  let latest: { group: string; segment: string; node: string; behind: number } | null = null
  for (const group of world.groups) {
    for (const segment of group.segments) {
      if (!isLate(world, group, segment)) continue
      const behind = missedCount(world, group, segment)
      const node = world.nodes[segment.node]!.id
      if (behind <= (latest?.behind ?? -1)) continue
      latest = { group: group.id, segment: segment.id, node, behind }
    }
  }
  return latest
}

/** Records that a write set has and this copy has not; what is still under way is not missed. */
function missedCount(world: World, group: ProtectionGroup, segment: Segment): number {
  const { log } = world
  const bit = 1 << segment.slot
  const pgcl = pgclOf(world, segment)
  let missed = 0
  let ordinal = group.tipOrdinal
  while (isKept(log, ordinal)) {
    const row = rowOf(log, ordinal)
    if (log.lsn[row]! <= segment.scl) break
    if (log.lsn[row]! <= pgcl && (log.heldBy[row]! & bit) === 0) missed++
    ordinal = log.previousInGroup[row]!
  }
  return missed
}

function isLate(world: World, group: ProtectionGroup, segment: Segment): boolean {
  if (!world.nodes[segment.node]!.isUp) return false
  if (segment.scl < group.baseLsn) return true
  const { log } = world
  const next = nextForSegment(log, group, segment)
  if (next < 0 || !isKept(log, next) || log.lsn[rowOf(log, next)]! > pgclOf(world, segment)) {
    return false
  }
  const isOld = log.writtenAt[rowOf(log, next)]! < world.now - longAgoMicros
  return isOld || !isBroughtByWriter(world, segment, next)
}

function pgclOf(world: World, { group }: Segment): Lsn {
  return world.instances[writerIndex(world)]?.memory.groups[group]?.pgcl ?? 0
}

function isBroughtByWriter(world: World, segment: Segment, ordinal: number): boolean {
  const slot = bringing(world, segment, ordinal)
  const { kind, flags } = world.network.messages
  return slot !== 0 && kind[slot] === messageNumber.WriteRedo && (flags[slot]! & LOST) === 0
}
