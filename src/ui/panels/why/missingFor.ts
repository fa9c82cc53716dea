/**
 * What a write still misses: the quorum formula of its group with each leaf lit or dark by who has
 * the record on disk, and the writes that are not durable yet. Counting bits that the engine set.
 */
import type { Frame, GroupView, RecordView } from '../../../engine/contract/frame.ts'
import type { QuorumExpression } from '../../../engine/contract/quorum.ts'
import type { Lsn } from '../../../engine/contract/units.ts'

export interface Leaf {
  /** `4 of 6`: so many of these members are needed. */
  needed: number
  members: { segment: string; has: boolean }[]
  lacks: number
}

export interface Missing {
  lsn: Lsn
  group: string
  /** How the leaves are joined; null for a single one. */
  joined: 'and' | 'or' | null
  leaves: Leaf[]
}

/** Null when the record is not in the picture any more. */
export function missingFor({ groups }: Frame, lsn: Lsn): Missing | null {
  for (const group of groups) {
    const record = group.records.find(each => each.lsn === lsn)
    if (record === undefined || record.state === 'annulled') continue
    const { expression } = group.writeQuorum
    const joined = expression.kind === 'atLeast' ? null : expression.kind
    return { lsn, group: group.id, joined, leaves: leavesOf(expression, group, record) }
  }
  return null
}

function leavesOf(expression: QuorumExpression, group: GroupView, record: RecordView): Leaf[] {
  if (expression.kind !== 'atLeast') {
    return expression.parts.flatMap(part => leavesOf(part, group, record))
  }
  const members = expression.members.map(bit => ({
    segment: group.segments[bit]?.id ?? '',
    has: ((record.heldBy >>> bit) & 1) === 1,
  }))
  const lacks = expression.count - members.filter(({ has }) => has).length
  return [{ needed: expression.count, members, lacks: Math.max(0, lacks) }]
}

/** Oldest first; with several writers a write is a change of a page and has no such list. */
export function pendingWrites({ groups, multiMaster }: Frame): Lsn[] {
  if (multiMaster !== null) return []
  return groups
    .flatMap(({ records }) => records.filter(({ state }) => state === 'inFlight'))
    .map(({ lsn }) => lsn)
    .sort((one, other) => one - other)
}
