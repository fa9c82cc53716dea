/**
 * A copy that has a record may not count yet: a hole below keeps its SCL down, its answer is on
 * its way, or the way back is cut.
 */
import { writerIndex } from '../aurora/status/reachability.ts'
import { nextForSegment } from '../aurora/storage/chain.ts'
import { isKept, rowOf } from '../aurora/storage/redoLog.ts'
import type { Segment, World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import { faultBehindLink } from './faultBehind.ts'
import { tellingScl } from './tellingScl.ts'
import { step } from './step.ts'

export function whyNotCounted(world: World, segment: Segment, lsn: number, depth: number): Cause[] {
  const writer = world.instances[writerIndex(world)]!
  const seen = writer.memory.groups[segment.group]!.sclSeen[segment.slot]!
  if (seen >= lsn) return []
  if (segment.scl < lsn) return [holeBelow(world, segment, depth)]
  const { actor, id: node } = world.nodes[segment.node]!
  const fault = faultBehindLink(world, actor, writer.actor)
  if (fault) {
    const parameters = { node, target: fault.target }
    const more = { tone: 'bad', at: fault.since, subject: `node:${node}` } as const
    return [step(depth, { key: 'why.node.cut', parameters }, more)]
  }
  return ackOnItsWay(world, segment, lsn, depth)
}

function holeBelow(world: World, segment: Segment, depth: number): Cause {
  const { log, groups } = world
  const next = nextForSegment(log, groups[segment.group]!, segment)
  const missing = isKept(log, next) ? log.lsn[rowOf(log, next)]! : segment.scl + 1
  const parameters = { segment: segment.id, missing, scl: segment.scl }
  const more = { tone: 'bad', subject: `segment:${segment.id}` } as const
  return step(depth, { key: 'why.hole.below', parameters }, more)
}

function ackOnItsWay(world: World, segment: Segment, lsn: number, depth: number): Cause[] {
  const slot = tellingScl(world, segment, lsn)
  if (slot === 0) return []
  const { id, arrivesAt } = world.network.messages
  const message = id[slot]!
  const at = arrivesAt[slot]!
  const parameters = { segment: segment.id, message, inMicros: at - world.now }
  const more = { at, subject: `message:${message}` }
  return [step(depth, { key: 'why.lack.ackOnItsWay', parameters }, more)]
}
