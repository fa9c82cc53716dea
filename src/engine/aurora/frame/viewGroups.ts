/** The protection groups: six columns each, the chain's newest records, and the quorums. */
import type { GroupView, QuorumView, SegmentView } from '../../contract/frame.ts'
import type { QuorumExpression } from '../../contract/quorum.ts'
import { completeBits } from '../status/completeBits.ts'
import { bitsAtLeast, isSatisfied } from '../storage/quorum.ts'
import { uncountedBits } from '../storage/quorumSets.ts'
import type { Instance } from '../instance.ts'
import type { ProtectionGroup, Segment } from '../world.ts'
import { groupHoldingBack } from './groupHoldingBack.ts'
import { lacking } from './lacking.ts'
import type { GroupSituation, Situation } from './situation.ts'
import { viewRecords } from './viewRecords.ts'

export function viewGroups(situation: Situation): GroupView[] {
  const holdingBack = groupHoldingBack(situation.world)
  return situation.groups.map((group, index) => viewGroup(situation, group, index === holdingBack))
}

function viewGroup(situation: Situation, seen: GroupSituation, holdsBack: boolean): GroupView {
  const { world, writer } = situation
  const { group, reachable } = seen
  const index = world.groups.indexOf(group)
  const pgcl = writer?.memory.groups[index]?.pgcl ?? 0
  const { records, live } = viewRecords(world, index)
  const complete = completeBits(world, group)
  const counted = ~uncountedBits(world, index)
  return {
    id: group.id,
    segments: group.segments.map(segment => viewSegment(situation, segment, reachable, complete)),
    records,
    olderCount: group.recordCount - live,
    pgcl,
    lastLsn: group.tipLsn,
    writeQuorum: viewQuorum(group.write, reachable & counted),
    readQuorum: viewQuorum(group.read, reachable & counted),
    carriesPgcl: carrying(group, pgcl),
    holdsBack,
  }
}

function viewQuorum(expression: QuorumExpression, reachable: number): QuorumView {
  return { expression, reachable, isMet: isSatisfied(expression, reachable) }
}

function carrying({ segments }: ProtectionGroup, pgcl: number): number {
  return bitsAtLeast(
    segments.map(({ scl }) => scl),
    pgcl,
  )
}

function viewSegment(
  { world, writer }: Situation,
  segment: Segment,
  reachable: number,
  complete: number,
): SegmentView {
  const { slot, group } = segment
  const { id, zone } = world.nodes[segment.node]!
  return {
    id: segment.id,
    node: id,
    zone: world.zones[zone]!.id,
    scl: segment.scl,
    isReachable: ((reachable >>> slot) & 1) === 1,
    isComplete: ((complete >>> slot) & 1) === 1,
    ...lacking(world.log, world.groups[group]!, segment),
    readLatencyMicros: latencyAt(writer, segment),
  }
}

function latencyAt(writer: Instance | null, { group, slot }: Segment): number {
  return Math.floor((writer?.memory.groups[group]?.readLatency[slot] ?? 0) + 0.5)
}
