/** What the panel speaks of: a group of the frame with all that is told of it. */
import type { Frame, GroupView } from '../../../engine/contract/frame.ts'
import type { GroupDetailView } from '../../../engine/contract/volumeDetailView.ts'
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { type MemberRow, memberRows } from './memberRows.ts'

export interface VolumeSubject {
  frame: Frame
  group: GroupView
  detail: GroupDetailView
  rows: MemberRow[]
  /** Through whose eyes; null = nobody's. */
  known: Knowledge | null
}

/** The group asked for, else that of the selection, else the one that holds VDL back. */
export function volumeSubject(
  frame: Frame,
  asked: string | null,
  selection: string | null,
  known: Knowledge | null = null,
): VolumeSubject | null {
  const chosen = asked ?? selection?.split('/')[0] ?? null
  const { groups } = frame
  const group =
    groups.find(({ id }) => id === chosen) ??
    groups.find(({ segments }) => segments.some(({ node }) => node === selection)) ??
    groups.find(({ holdsBack }) => holdsBack) ??
    groups[0]
  const detail = frame.volumeDetail?.groups.find(({ id }) => id === group?.id)
  if (group === undefined || detail === undefined) return null
  return { frame, group, detail, rows: memberRows(frame, group, detail, known), known }
}
