/**
 * The frame as one actor can know it: copies stand where it was last told, nobody has failed, and
 * the log points are its own. What it cannot know at all is veiled over this picture.
 */
import type { Frame, GroupView, StorageNodeView } from '../../../engine/contract/frame.ts'
import type { KnownSegment, Knowledge } from '../../../engine/contract/knowledge.ts'

export function asKnown(frame: Frame, known: Knowledge): Frame {
  const { reckonsQuorum, vdl } = known
  const byId = new Map(known.segments.map(each => [each.segment, each]))
  const { volume } = frame
  return {
    ...frame,
    zones: frame.zones.map(zone => ({ ...zone, isOut: false })),
    nodes: frame.nodes.map(node => nodeAsKnown(node, known)),
    groups: frame.groups.map(group => groupAsKnown(group, byId, reckonsQuorum)),
    volume: { ...volume, vdl: vdl ?? 0, vcl: reckonsQuorum ? volume.vcl : 0 },
    links: [],
    faults: frame.faults.filter(({ target }) => target === known.actor),
    glowing: null,
  }
}

/** A crash, a slow disk and a cut link are seen by nobody from afar. */
function nodeAsKnown(node: StorageNodeView, { actor }: Knowledge): StorageNodeView {
  if (node.id === actor) return { ...node, isReachable: true }
  return { ...node, isUp: true, isReachable: true, slowFactor: 1 }
}

/** How far a copy is behind is known by nobody else. */
const healthy = { isReachable: true, isComplete: true, holes: 0, behind: 0 }

function groupAsKnown(
  group: GroupView,
  known: Map<string, KnownSegment>,
  reckonsQuorum: boolean,
): GroupView {
  const points = group.segments.map(({ id }) => known.get(id))
  const told = (slot: number, lsn: number) =>
    points[slot]?.isOwn === true || lsn <= (points[slot]?.scl ?? 0)
  return {
    ...group,
    segments: group.segments.map((segment, slot) => ({
      ...segment,
      ...(points[slot]?.isOwn ? {} : healthy),
      scl: points[slot]?.scl ?? 0,
    })),
    records: group.records.map(record => ({
      ...record,
      heldBy: bitsWhere(group.segments.length, record.heldBy, slot => told(slot, record.lsn)),
    })),
    pgcl: reckonsQuorum ? group.pgcl : 0,
    carriesPgcl: reckonsQuorum ? group.carriesPgcl : 0,
  }
}

function bitsWhere(count: number, bits: number, keeps: (slot: number) => boolean): number {
  let kept = 0
  for (let slot = 0; slot < count; slot++) if (keeps(slot)) kept |= bits & (1 << slot)
  return kept
}
