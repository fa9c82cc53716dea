/** What a frame shows of the background work; looking changes nothing. */
import type { Frame } from '../../contract/frame.ts'
import type {
  NodeWorkView,
  PipelineView,
  SegmentWorkView,
  StepView,
} from '../../contract/volumeFrameView.ts'
import type { Micros } from '../../contract/units.ts'
import { ARRIVED, LIVE } from '../../kernel/messageTable.ts'
import { lacking } from '../frame/lacking.ts'
import { messageNumber } from '../messageNumber.ts'
import type { Segment, World } from '../world.ts'
import { nextTurn } from './boundary.ts'
import { captionPipeline } from './captionPipeline.ts'
import { capacityOf } from './capacityOf.ts'
import { seenLane } from './laneOf.ts'
import type { Lane, Pipeline } from './pipeline.ts'
import { backlogOf, settledCopy } from './settle.ts'

type Scrub = NonNullable<Pipeline['nodes'][number]['scrub']>

export function viewPipeline(world: World, frame: Frame): void {
  const { pipeline, setup } = world
  if (setup.topology === 'multi-master') return
  if (pipeline) frame.pipeline = viewWork(world, pipeline)
  captionPipeline(frame)
}

function viewWork(world: World, pipeline: Pipeline): PipelineView {
  const { parameters } = world
  return {
    isOn: parameters['storage.background'] === 1,
    startedAt: pipeline.startedAt,
    nodes: world.nodes.map((_, node) => viewNode(world, pipeline, node)),
    segments: world.groups.flatMap(({ segments }) =>
      segments.flatMap(segment => viewSegment(world, segment)),
    ),
    patch: viewPatch(world, pipeline),
  }
}

export function viewNode(world: World, { nodes }: Pipeline, node: number): NodeWorkView {
  const { scrub, scrubs } = nodes[node]!
  const { id, hosts } = world.nodes[node]!
  const { parameters, now } = world
  const isToCome = parameters['storage.background'] === 1 && hosts.length > 0 && !scrub
  return {
    node: id,
    capacity: capacityOf(world, node),
    scrub: scrub && { ...scrub, checked: checkedPages(scrub, now) },
    nextScrubAt: isToCome ? nextTurn(world, node, parameters['storage.scrubPeriod'], now) : null,
    scrubs,
  }
}

function checkedPages({ startedAt, endsAt, pages }: Scrub, now: Micros): number {
  if (endsAt <= now) return pages
  return Math.floor((pages * (now - startedAt)) / (endsAt - startedAt))
}

export function viewSegment(world: World, segment: Segment): SegmentWorkView[] {
  const known = seenLane(world, segment)
  if (!known) return []
  const lane = settledCopy(world, known)
  const { segments } = world.groups[segment.group]!
  return [
    {
      segment: segment.id,
      node: world.nodes[segment.node]!.id,
      steps: viewSteps(world, segment, lane),
      backlog: backlogOf(lane),
      throttleBacklog: world.parameters['storage.throttleBacklog'],
      throttledSince: instant(lane.throttledSince),
      backedUpLsn: Math.min(lane.backedUp, segment.scl),
      collectedLsn: lane.collected,
      lowestReadPoint: segment.lowestReadPoint,
      corruptPages: lane.corrupt.map(({ page, since, foundAt, asked }) => ({
        page,
        since,
        foundAt: instant(foundAt),
        asked: segments[asked]?.id ?? null,
      })),
      repairedPages: lane.repaired,
    },
  ]
}

function viewSteps(world: World, segment: Segment, lane: Lane): StepView[] {
  const incoming = incomingOf(world, segment)
  const scrub = world.pipeline!.nodes[segment.node]!
  const { holes } = lacking(world.log, world.groups[segment.group]!, segment)
  const staged = lane.fresh + (lane.staging?.records ?? 0)
  const marked = lane.marks.reduce((sum, { records }) => sum + records, 0)
  const unlooked = scrub.scrub ? scrub.scrub.pages - checkedPages(scrub.scrub, world.now) : 0
  return [
    step(1, incoming.records, lane.received + incoming.records, incoming.since),
    step(2, incoming.records, lane.received, incoming.since),
    step(3, lane.unsorted, lane.sorted, lane.unsortedSince),
    step(4, holes, lane.gossiped, lane.holeSince),
    step(5, lane.dueRecords, lane.coalesced, lane.dueSince),
    step(6, staged, lane.staged, lane.staging?.since ?? lane.freshSince),
    step(7, marked, lane.collectedRecords, lane.marks[0]?.at ?? 0),
    step(8, unlooked, scrub.scrubs, scrub.scrub?.startedAt ?? 0),
  ]
}

function step(number: StepView['step'], waiting: number, done: number, since: Micros): StepView {
  return { step: number, waiting, done, since: waiting > 0 ? since : null }
}

/** Batches that have arrived and wait for the disk. */
function incomingOf(world: World, { group, node }: Segment): { records: number; since: Micros } {
  const { messages } = world.network
  const { actor } = world.nodes[node]!
  let records = 0
  let since = Infinity
  for (let slot = 0; slot < messages.usedRows; slot++) {
    const isWaiting = (messages.flags[slot]! & (LIVE | ARRIVED)) === (LIVE | ARRIVED)
    if (!isWaiting || messages.to[slot] !== actor || messages.a[slot] !== group) continue
    if (messages.kind[slot] !== messageNumber.WriteRedo) continue
    records += messages.c[slot]!
    since = Math.min(since, messages.arrivesAt[slot]!)
  }
  return { records, since }
}

function viewPatch(world: World, { patch }: Pipeline): PipelineView['patch'] {
  if (!patch) return null
  const { target, order, next, away, since } = patch
  const isAway = away >= 0
  return {
    target,
    nodes: order.map(node => world.nodes[node]!.id),
    done: isAway ? next - 1 : next,
    away: isAway ? world.nodes[away]!.id : null,
    until: isAway ? since + world.parameters['storage.patchAway'] : null,
  }
}

function instant(at: Micros): Micros | null {
  return at > 0 ? at : null
}
