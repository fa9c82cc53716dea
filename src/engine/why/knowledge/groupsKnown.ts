/** The protection groups as one actor can know them: copies stand where they were told last. */
import type { GroupView, SegmentView } from '../../contract/frame.ts'
import { bitsAtLeast, isSatisfied } from '../../aurora/storage/quorum.ts'
import { uncountedBits } from '../../aurora/storage/quorumSets.ts'
import { answeringBits, type Eyes } from './eyes.ts'
import { recordsKnown } from './recordsKnown.ts'

export function groupsKnown(eyes: Eyes): GroupView[] {
  return eyes.ctx.world.groups.map((_, group) => groupKnown(eyes, group))
}

const nothing = { records: [], hasOlder: false }

function groupKnown(eyes: Eyes, index: number): GroupView {
  const { world } = eyes.ctx
  const group = world.groups[index]!
  const { records, hasOlder } = world.multiMaster ? nothing : recordsKnown(eyes, index)
  const segments = group.segments.map((_, slot) => segmentKnown(eyes, index, slot, records))
  const pgcl = pgclKnown(eyes, index)
  const scls = segments.map(({ scl }) => scl)
  const answering = countedBits(eyes, index)
  return {
    id: group.id,
    segments,
    records,
    olderCount: hasOlder ? 1 : 0,
    pgcl,
    lastLsn: records.at(-1)?.lsn ?? 0,
    writeQuorum: quorum(group.write, answering),
    readQuorum: quorum(group.read, answering),
    carriesPgcl: pgcl > 0 && !world.multiMaster ? bitsAtLeast(scls, pgcl) : 0,
    holdsBack: false,
  }
}

/** Who reckons no quorum is told of none. */
function countedBits(eyes: Eyes, group: number): number {
  if (!eyes.known.reckonsQuorum) return 0
  return answeringBits(eyes, group) & ~uncountedBits(eyes.ctx.world, group)
}

function quorum(expression: GroupView['writeQuorum']['expression'], reachable: number) {
  return { expression, reachable, isMet: isSatisfied(expression, reachable) }
}

function pgclKnown({ ctx: { world }, actor, known }: Eyes, group: number): number {
  if (!known.reckonsQuorum || world.multiMaster) return 0
  return world.instances[actor]!.memory.groups[group]!.pgcl
}

/** Nobody tells how far behind a copy is; it sees holes of its own by the back links. */
function segmentKnown(
  { ctx: { world }, known }: Eyes,
  group: number,
  slot: number,
  records: GroupView['records'],
): SegmentView {
  const { id, node: host } = world.groups[group]!.segments[slot]!
  const { id: node, zone } = world.nodes[host]!
  const copy = known.segments.find(({ segment }) => segment === id)!
  const holes = copy.isOwn ? records.filter(({ heldBy }) => !((heldBy >>> slot) & 1)).length : 0
  return {
    id,
    node,
    zone: world.zones[zone]!.id,
    scl: copy.scl ?? 0,
    isReachable: true,
    isComplete: holes === 0,
    holes,
    behind: holes,
    readLatencyMicros: 0,
  }
}
