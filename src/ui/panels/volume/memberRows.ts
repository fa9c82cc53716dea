/** The members of a group as the panel shows them, put together from the parts of a frame. */
import type { Frame, GroupView, SegmentView } from '../../../engine/contract/frame.ts'
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { silentFor } from '../../../words/knowledgeWords.ts'
import type { MemberView } from '../../../engine/contract/membershipView.ts'
import type { GroupDetailView } from '../../../engine/contract/volumeDetailView.ts'

export interface MemberRow {
  bit: number
  letter: string
  segment: SegmentView
  kind: 'full' | 'tail'
  /** Within the writer's reach. */
  isReachable: boolean
  /** It has acknowledged the record that is watched, or has it on disk at least. */
  hasAcknowledged: boolean
  isOnDisk: boolean
  state: MemberView['state']
  counts: boolean
  isUp: boolean
  member: MemberView | null
  /** Through the eyes of the writer: that it is silent, and since when; null = it is not. */
  silent: string | null
}

export function memberRows(
  frame: Frame,
  group: GroupView,
  detail: GroupDetailView,
  known: Knowledge | null = null,
): MemberRow[] {
  const members = frame.membership?.groups.find(({ id }) => id === group.id)?.members
  return group.segments.map((segment, bit) => {
    const member = members?.[bit] ?? null
    return {
      bit,
      letter: detail.letters[bit] ?? '?',
      segment,
      kind: has(detail.tails, bit) ? 'tail' : 'full',
      isReachable: segment.isReachable,
      hasAcknowledged: has(detail.watched?.acknowledged ?? 0, bit),
      isOnDisk: has(detail.watched?.heldBy ?? 0, bit),
      state: member?.state ?? 'member',
      counts: member?.counts ?? true,
      isUp: frame.nodes.some(({ id, isUp }) => id === segment.node && isUp),
      member,
      silent: known && silenceOf(known, segment.node),
    }
  })
}

function silenceOf(known: Knowledge, node: string): string | null {
  const other = known.others.find(({ actor }) => actor === node)
  if (!other?.isSilent && !other?.isSuspected) return null
  const since = `silent since ${silentFor(other, known)}`
  return other.isSuspected ? `${since}, suspected` : since
}

export function has(bits: number, bit: number): boolean {
  return ((bits >>> bit) & 1) === 1
}

export function lettersIn(bits: number, letters: readonly string[]): string[] {
  return letters.filter((_, bit) => has(bits, bit))
}

/** `node-a1` → `node a1`, `az-a` → `zone a`. */
export function plainPlace({ node, zone }: SegmentView): string {
  return `node ${node.replace('node-', '')}, zone ${zone.replace('az-', '')}`
}
