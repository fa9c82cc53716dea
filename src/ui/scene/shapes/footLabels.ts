/** The words under each column: the copy's short name, and what is the matter with it. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { centre } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import { leastLetter, stepOf } from '../letters.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'
import { nodeWords, shortName } from './nodeWords.ts'

/** A foot lower than this has room for one line. */
const oneLine = 28

function wordsUnder(frame: Frame, place: ColumnPlace, foot: Layout['foot']): Label[] {
  const node = frame.nodes.find(({ id }) => id === place.node)
  const group = frame.groups.find(({ segments }) => segments.some(s => s.id === place.segment))
  if (node === undefined || group === undefined) return []
  const words = nodeWords(frame, node, group.segments[place.bit] ?? null)
  const isNarrow = place.box.width < 60
  const size = isNarrow ? 10.5 : 12.5
  const x = centre(place.box).x
  const room = place.box.width + (isNarrow ? 2 : 12)
  const y = foot.y + Math.max(16, 0.95 * leastLetter())
  const isOneLine = foot.height < Math.max(oneLine, 1.9 * stepOf(0))
  const name = label({
    id: `${place.segment}-name`,
    text: shortName(node.id),
    x,
    y,
    anchor: 'middle',
  })
  const fits = (text: string) => text !== '' && textWidth(text, size, true) <= room
  const text = [words.text, words.short ?? ''].find(fits)
  if (text === undefined) return [name]
  return [
    ...(isOneLine ? [] : [name]),
    label({
      id: `${place.segment}-state`,
      text,
      x,
      y: isOneLine ? y : y + stepOf(16),
      size,
      tone: words.tone,
      anchor: 'middle',
      isBold: true,
    }),
  ]
}

export function footLabels(frame: Frame, layout: Layout): Label[] {
  return layout.columns.flatMap(place => wordsUnder(frame, place, layout.foot))
}
