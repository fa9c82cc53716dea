/**
 * Full copies and tails, where a group has both: a solid frame around a copy that keeps pages, a
 * thin dotted one around a copy that keeps the log only (2018 §4.2).
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import { inset } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import { rectanglePath } from '../shapes/paths.ts'
import type { Mark } from './mark.ts'
import { largeGroup } from './membersShown.ts'

function detailOf({ volumeDetail }: Frame, layout: Layout) {
  return volumeDetail?.groups.find(({ id }) => id === layout.group)
}

function isTail(tails: number, bit: number): boolean {
  return ((tails >> bit) & 1) === 1
}

export function frameMarks(frame: Frame, layout: Layout): Mark[] {
  const tails = detailOf(frame, layout)?.tails ?? 0
  if (tails === 0) return []
  return layout.columns.map(({ segment, bit, box }) => ({
    id: segment,
    kind: isTail(tails, bit) ? 'tail' : 'full',
    path: rectanglePath(inset(box, -1.5), 7),
  }))
}

/** Letters stand while members change, kinds where there are two. */
export function kindLabels(frame: Frame, layout: Layout): Label[] {
  const detail = detailOf(frame, layout)
  if (detail === undefined) return []
  const hasKinds = detail.tails !== 0
  if (!hasKinds && largeGroup(frame, layout) === null) return []
  return layout.columns.map(({ segment, bit, box }) => {
    const letter = detail.letters[bit] ?? ''
    const kind = isTail(detail.tails, bit) ? 'tail' : 'full'
    const isWide = box.width >= 60
    const text = hasKinds ? (isWide ? `${letter} ${kind}` : kind) : letter
    const place = { x: box.x + box.width / 2, y: box.y + 14, anchor: 'middle' } as const
    return label({
      id: `${segment}-letter`,
      text,
      ...place,
      size: isWide ? 12 : 10.5,
      tone: 'text',
    })
  })
}
