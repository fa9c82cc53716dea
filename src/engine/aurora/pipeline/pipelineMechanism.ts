/**
 * The background work of storage nodes: steps 3 and 5 to 8 of 2017 §3.3, and the faults of their
 * disks. Rules P1–P16.
 */
import { eventKind } from '../eventKind.ts'
import type { Context, Mechanism } from '../mechanism.ts'
import type { World } from '../world.ts'
import { askForPage } from './askForPage.ts'
import { awaken } from './awaken.ts'
import { diskHooks } from './diskHooks.ts'
import { seenLane } from './laneOf.ts'
import { nodeDue } from './nodeDue.ts'
import type { Lane } from './pipeline.ts'
import { pipelineEventKind } from './pipelineEventKind.ts'
import { planNode } from './planNode.ts'
import { pageRead, persistPage, receiveAskPage, receiveGivePage, repairDue } from './repairPage.ts'
import { viewPipeline } from './viewPipeline.ts'

export const pipelineMechanism: Mechanism = {
  create: () => undefined,
  receivers: { AskPage: receiveAskPage, GivePage: receiveGivePage },
  persisters: { GivePage: persistPage },
  timers: {
    [eventKind.background]: ctx => void awaken(ctx.world),
    [pipelineEventKind.nodeDue]: nodeDue,
    [pipelineEventKind.repairDue]: repairDue,
    [pipelineEventKind.pageRead]: pageRead,
  },
  storage: diskHooks,
  nodeCrashed,
  nodeRestarted,
  verbs: {},
  view: viewPipeline,
}

/** What was under way in memory is lost: a backup or a collection begins anew, so does a scrub. */
function nodeCrashed({ world }: Context, node: number): void {
  const work = world.pipeline?.nodes[node]
  if (!work) return
  work.ringsAt = 0
  work.scrub = null
  for (const lane of lanesOn(world, node)) {
    lane.fresh += lane.staging?.records ?? 0
    lane.staging = null
    lane.collecting = null
    lane.spare = 0
  }
}

function nodeRestarted(ctx: Context, node: number): void {
  const { world, cause } = ctx
  if (!world.pipeline) return
  for (const lane of lanesOn(world, node)) lane.settledAt = world.now
  planNode(world, node)
  for (const host of world.nodes[node]!.hosts) {
    const segment = world.groups[host >>> 3]!.segments[host & 7]!
    for (const corrupt of seenLane(world, segment)?.corrupt ?? []) {
      ctx.cause = cause
      if (corrupt.foundAt > 0) askForPage(ctx, segment, corrupt)
    }
  }
  ctx.cause = cause
}

function lanesOn(world: World, node: number): Lane[] {
  return world.nodes[node]!.hosts.flatMap(host => {
    const lane = seenLane(world, world.groups[host >>> 3]!.segments[host & 7]!)
    return lane ? [lane] : []
  })
}
