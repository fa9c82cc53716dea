/**
 * A copy that runs and has lacked, for longer than a message takes, records that a write set has:
 * it was away, and its peers give it what it missed. Which one lacks most.
 */
import type { Micros } from '../../contract/units.ts'
import { nextForSegment } from '../storage/chain.ts'
import { isKept, rowOf } from '../storage/redoLog.ts'
import type { ProtectionGroup, Segment, World } from '../world.ts'
import { lacking } from './lacking.ts'

const longAgoMicros: Micros = 50_000

export function segmentCatchingUp(world: World) {
  let latest: { segment: string; node: string; behind: number } | null = null
  for (const group of world.groups) {
    for (const segment of group.segments) {
      if (!isLate(world, group, segment)) continue
      const { behind } = lacking(world.log, group, segment)
      const node = world.nodes[segment.node]!.id
      if (behind > (latest?.behind ?? -1)) latest = { segment: segment.id, node, behind }
    }
  }
  return latest
}

function isLate(world: World, group: ProtectionGroup, segment: Segment): boolean {
  if (!world.nodes[segment.node]!.isUp) return false
  if (segment.scl < group.baseLsn) return true
  const { log } = world
  const next = nextForSegment(log, group, segment)
  return (
    next >= 0 && isKept(log, next) && log.writtenAt[rowOf(log, next)]! < world.now - longAgoMicros
  )
}
