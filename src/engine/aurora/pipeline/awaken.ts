/**
 * Background work begins to be counted. What the segments had received by then counts as sorted
 * and, by the length of its pages' chains, as coalesced, so that a page read takes as long as just
 * before (D3, P4).
 */
import { createStream } from '../../kernel/streams.ts'
import { pushSlot } from '../database/slotRing.ts'
import { lacking } from '../frame/lacking.ts'
import type { Segment, World } from '../world.ts'
import { laneOf } from './laneOf.ts'
import { planNode } from './planNode.ts'
import type { Lane, Pipeline } from './pipeline.ts'

const longestChain = 65_535

/** Does nothing when it is awake. */
export function awaken(world: World): Pipeline {
  if (world.pipeline) return world.pipeline
  const pipeline: Pipeline = {
    startedAt: world.now,
    nodes: world.nodes.map(() => ({ ringsAt: 0, scrub: null, scrubs: 0, scrubbedAt: 0 })),
    lanes: [],
    stream: createStream(world.setup.seed, 'disks'),
    patch: null,
  }
  world.pipeline = pipeline
  if (world.setup.topology === 'multi-master') return pipeline
  for (const group of world.groups) {
    for (const segment of group.segments) fillLane(world, segment, laneOf(world, segment)!)
  }
  for (let node = 0; node < world.nodes.length; node++) planNode(world, node)
  return pipeline
}

function fillLane(world: World, segment: Segment, lane: Lane): void {
  const group = world.groups[segment.group]!
  lane.received = group.recordCount - lacking(world.log, group, segment).behind
  lane.sorted = lane.received
  lane.fresh = lane.received
  lane.freshSince = lane.fresh > 0 ? world.now : 0
  let waiting = 0
  for (let place = 0; place < lane.chain.length && lane.hasPages; place++) {
    fillChain(world, lane, place)
    waiting += lane.chain[place]!
  }
  if (lane.hasPages) lane.coalesced = Math.max(0, lane.received - waiting)
}

/** With background work off nothing was coalesced; otherwise all but the beginning of a chain. */
function fillChain({ parameters, pageRecords, now }: World, lane: Lane, place: number): void {
  const page = lane.firstPage + place
  const records = Math.min(pageRecords[page]!, longestChain)
  const due = parameters['storage.coalesceChain']
  const isOn = parameters['storage.background'] === 1
  lane.chain[place] = isOn ? pageRecords[page]! % due : records
  if (lane.chain[place]! < due) return
  pushSlot(lane.duePages, page)
  lane.dueRecords += lane.chain[place]!
  lane.dueSince = now
}
