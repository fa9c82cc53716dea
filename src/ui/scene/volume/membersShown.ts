/** The members of the group drawn large, each with its column. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { GroupMembersView, MemberView } from '../../../engine/contract/membershipView.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'

export interface ShownMember {
  member: MemberView
  place: ColumnPlace
  /** It is about to leave the group. */
  isLeaving: boolean
}

/** Null as long as there is nothing to tell of its members: the six of the start, all alike. */
export function largeGroup({ membership }: Frame, layout: Layout): GroupMembersView | null {
  const group = membership?.groups.find(({ id }) => id === layout.group)
  return group !== undefined && hasNews(group) ? group : null
}

function hasNews({ membershipEpoch, changes, writing, members }: GroupMembersView): boolean {
  const hasChanged = membershipEpoch > 1 || changes.length > 0 || writing !== null
  return hasChanged || members.some(({ kind, state }) => kind === 'tail' || state !== 'member')
}

export function membersShown(frame: Frame, layout: Layout): ShownMember[] {
  const group = largeGroup(frame, layout)
  if (group === null) return []
  const leaving = group.changes.map(change =>
    change.phase === 'rollingBack' ? change.joining : change.leaving,
  )
  return layout.columns.flatMap(place => {
    const member = group.members.find(({ segment }) => segment === place.segment)
    if (member === undefined) return []
    return [{ member, place, isLeaving: leaving.includes(member.letter) }]
  })
}
