/**
 * When a node's background work needs looking at next. One timer a node; nothing is set for a node
 * at rest but its next scrub, so that idle hours cost next to nothing.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Micros } from '../../contract/units.ts'
import type { Segment, World } from '../world.ts'
import { nextTurn } from './boundary.ts'
import { seenLane } from './laneOf.ts'
import type { Lane } from './pipeline.ts'
import { pipelineEventKind } from './pipelineEventKind.ts'
import { nextScrubWork } from './scrub.ts'
import { microsUntilDone } from './settle.ts'

export function planNode(world: World, node: number): void {
  const work = world.pipeline!.nodes[node]!
  const { isUp, hosts } = world.nodes[node]!
  if (!isUp || world.parameters['storage.background'] !== 1) return
  let at = nextScrubWork(world, node)
  for (const host of hosts) {
    const segment = world.groups[host >>> 3]!.segments[host & 7]!
    const lane = seenLane(world, segment)
    if (lane) at = Math.min(at, nextOf(world, segment, lane))
  }
  if (at === Infinity || (work.ringsAt > 0 && work.ringsAt <= at)) return
  work.ringsAt = at
  schedule(world.queue, at, pipelineEventKind.nodeDue, node)
}

/** Infinity when nothing of this segment will be due unless more records come. */
function nextOf(world: World, segment: Segment, lane: Lane): Micros {
  const { now, parameters } = world
  const { node, fresh, staging, collecting, marks } = lane
  let at = Infinity
  if (staging) at = now + microsUntilDone(world, lane, false)
  else if (fresh > 0) at = nextTurn(world, node, parameters['storage.backupPeriod'], now)
  if (collecting) return Math.min(at, now + microsUntilDone(world, lane, true))
  const isCollectable = marks.length > 0 && (fresh > 0 || marks[0]!.lsn <= segment.lowestReadPoint)
  if (!isCollectable) return at
  return Math.min(at, nextTurn(world, node, parameters['storage.gcPeriod'], now))
}
