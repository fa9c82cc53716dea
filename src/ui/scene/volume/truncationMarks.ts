/**
 * The range of LSNs that a recovery has annulled, hatched across the columns while records of it
 * are in sight. Whatever still arrives of it bounces off.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import { intersects } from '../geometry.ts'
import { type Label, label, labelBox } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import { rectanglePath } from '../shapes/paths.ts'
import { cellTop, type Skyline, skylineOf } from '../shapes/skyline.ts'
import { epochLabels } from './epochLabels.ts'
import type { Mark } from './mark.ts'

interface Range {
  top: number
  bottom: number
}

function annulledRange(skyline: Skyline): Range | null {
  const rows = skyline.records.flatMap(({ state }, row) => (state === 'annulled' ? [row] : []))
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return null
  const { cellHeight } = skyline.grid
  return { top: cellTop(skyline, last), bottom: cellTop(skyline, first) + cellHeight - 2 }
}

function rangeOf(frame: Frame, layout: Layout): Range | null {
  const group = frame.groups.find(({ id }) => id === layout.group)
  if (group === undefined || frame.multiMaster !== null) return null
  if (group.records.every(({ state }) => state !== 'annulled')) return null
  return annulledRange(skylineOf(group, layout.grid))
}

export function truncationMarks(frame: Frame, layout: Layout): Mark[] {
  const range = rangeOf(frame, layout)
  if (range === null) return []
  const height = range.bottom - range.top
  return layout.columns.map(({ segment, box }) => ({
    id: segment,
    kind: 'truncated',
    path: rectanglePath({ ...box, y: range.top, height }, 3),
  }))
}

export function truncationLabels(frame: Frame, layout: Layout): Label[] {
  const range = rangeOf(frame, layout)
  const epoch = frame.volume.truncations.at(-1)?.epoch
  if (range === null || layout.left === null || epoch === undefined) return []
  const middle = (range.top + range.bottom) / 2
  const isFree = middle > layout.left.y + 126 && middle < layout.left.y + layout.left.height - 34
  if (!isFree) return []
  const place = { x: layout.left.x + layout.left.width - 8, y: middle + 4, anchor: 'end' } as const
  const text = `annulled, epoch ${epoch}`
  const words = label({ id: 'annulled', text, ...place, size: 12, tone: 'bad' })
  const others = epochLabels(frame, layout)
  return others.some(other => intersects(labelBox(other), labelBox(words))) ? [] : [words]
}
