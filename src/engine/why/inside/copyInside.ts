/**
 * One copy of a protection group from the inside: what comes, what waits for the disk, what is
 * answered, the chain of records with its gaps, and what the steps behind the foreground have to do
 * (2017 §3.3, figure 4). A look: nothing of the world changes.
 */
import { tailBits } from '../../aurora/storage/quorumSets.ts'
import { writerIndex } from '../../aurora/status/reachability.ts'
import { isKept, rowOf } from '../../aurora/storage/redoLog.ts'
import { viewNode, viewSegment } from '../../aurora/pipeline/viewPipeline.ts'
import type { Segment, World } from '../../aurora/world.ts'
import type { CopyInside, HeldRecord } from '../../contract/inside.ts'
import { batchesAt, notesAt } from './batchesAt.ts'
import { chainsOf, laneNow } from './chainsOf.ts'
import { heldRecord } from './recordInside.ts'
import { tentativeAt } from './tentativeAt.ts'

const shownRecords = 24

/** Null where no copy has this name. */
export function copyInside(world: World, name: string): CopyInside | null {
  const segment = world.groups.flatMap(({ segments }) => segments).find(({ id }) => id === name)
  return segment ? look(world, segment) : null
}

function look(world: World, segment: Segment): CopyInside {
  const { id, scl, highestHeld, lowestReadPoint } = segment
  const node = world.nodes[segment.node]!
  const chain = chainAt(world, segment)
  return {
    inside: 'copy',
    at: world.now,
    segment: id,
    group: world.groups[segment.group]!.id,
    node: node.id,
    zone: world.zones[node.zone]!.id,
    isUp: node.isUp,
    isTail: ((tailBits(world, segment.group) >>> segment.slot) & 1) === 1,
    writer: openWriter(world),
    ...batchesAt(world, segment),
    ...notesAt(world, segment),
    chain,
    olderCount: Math.max(0, world.groups[segment.group]!.recordCount - chain.length),
    scl,
    highestHeld,
    lowestReadPoint,
    ...chainsOf(world, segment),
    ...begunAt(world, segment),
    ...stepsAt(world, segment),
    tentative: tentativeAt(world, segment),
  }
}

function openWriter(world: World): CopyInside['writer'] {
  const writer = world.instances[writerIndex(world)]
  return writer?.status === 'open' ? writer.id : null
}

/** With several writers each has a log of its own, and this one is empty. */
function chainAt(world: World, { group, slot }: Segment): HeldRecord[] {
  const { log } = world
  const ordinals: number[] = []
  let ordinal = world.groups[group]!.tipOrdinal
  while (isKept(log, ordinal) && ordinals.length < shownRecords) {
    ordinals.push(ordinal)
    ordinal = log.previousInGroup[rowOf(log, ordinal)]!
  }
  return ordinals.reverse().map(each => heldRecord(world, each, slot))
}

function begunAt(world: World, segment: Segment): Pick<CopyInside, 'backup' | 'collecting'> {
  const lane = laneNow(world, segment)
  return { backup: begun(lane?.staging), collecting: begun(lane?.collecting) }
}

/** Work is counted in quarters of a record, of which each takes one. */
function begun(
  work: { lsn: number; records: number; left: number } | null | undefined,
): CopyInside['backup'] {
  return work ? { lsn: work.lsn, records: work.records, left: work.left } : null
}

function stepsAt(world: World, segment: Segment): Pick<CopyInside, 'work' | 'nodeWork'> {
  const { pipeline } = world
  if (!pipeline || world.multiMaster) return { work: null, nodeWork: null }
  const [work = null] = viewSegment(world, segment)
  return { work, nodeWork: viewNode(world, pipeline, segment.node) }
}
