/**
 * The counters of the volume beside its columns: what is being changed and how far it is, the
 * membership epoch of the large group, the geometry epoch, how far a patch has come and in which
 * zones.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import { formatShare, formatTime } from '../../../words/formatNumbers.ts'
import type { Box } from '../geometry.ts'
import { fitText, type Label, label, textWidth } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import type { Mark } from './mark.ts'
import { largeGroup } from './membersShown.ts'
import { patchBarLabels, patchBarMarks } from './patchBar.ts'

interface Line extends Pick<Label, 'text' | 'tone'> {
  /** The bar of a rolling patch, instead of words. */
  isBar?: boolean
}

const phases = { joining: 'joining', settling: 'settling', rollingBack: 'taken back' } as const

function changeLines(frame: Frame, layout: Layout): Line[] {
  const group = largeGroup(frame, layout)
  if (group === null) return []
  return group.changes.map(({ leaving, joining, phase, until }) => {
    const ppm = group.members.find(({ letter }) => letter === joining)?.hydratedPpm ?? 0
    const share = formatShare(Math.floor(ppm / 10_000) * 10_000)
    const left = until === null || until <= frame.at ? '' : `, ${formatTime(until - frame.at)} left`
    const text = phase === 'hydrating' ? `${share}${left}` : phases[phase]
    return { text: `${leaving} → ${joining} ${text}`, tone: 'wait' }
  })
}

function epochLines(frame: Frame, layout: Layout): Line[] {
  const group = largeGroup(frame, layout)
  const geometry = frame.volumeDetail?.geometryEpoch ?? 1
  return [
    ...(group === null ? [] : [{ text: `members, epoch ${group.membershipEpoch}` }]),
    ...(geometry <= 1 ? [] : [{ text: `geometry, epoch ${geometry}` }]),
  ].map(line => ({ ...line, tone: 'muted' as const }))
}

function patchLines({ pipeline }: Frame): Line[] {
  const patch = pipeline?.patch ?? null
  if (patch === null) return []
  const text = `patched: ${patch.done} of ${patch.nodes.length}`
  return [
    { text, tone: 'wait' },
    { text: '', tone: 'wait', isBar: true },
  ]
}

interface PlacedLine extends Line {
  id: string
  x: number
  y: number
  width: number
}

const size = 11.5
const lineHeight = 15

/** On a narrow stage one line beside the key, and the bar of a patch behind its words. */
function inOneLine(lines: Line[], { key, size: stage }: Layout): PlacedLine[] {
  if (key === null) return []
  const [first, second] = lines
  if (first === undefined) return []
  const [x, y] = [176, key.y + 26]
  const placed = { ...first, id: 'epochs', x, y, width: stage.width - x - 6 }
  if (second?.isBar !== true) return [placed]
  const after = x + textWidth(first.text, size) + 10
  return [placed, { ...second, id: 'bar', x: after, y, width: stage.width - after - 10 }]
}

/** The heights of lines in the lane, around the word for older records and down to its end. */
function lineHeights({ left, foot }: Layout): number[] {
  if (left === null) return []
  const end = left.y + left.height
  const heights: number[] = []
  let y = left.y + 122
  while (y <= foot.y + foot.height - 2) {
    if (y > end - 16 && y < end + 14) y = end + 14
    heights.push(y)
    y += lineHeight
  }
  return heights
}

/** So many lines as there is room for. */
function placedLines(frame: Frame, layout: Layout): PlacedLine[] {
  const lines = [...changeLines(frame, layout), ...patchLines(frame), ...epochLines(frame, layout)]
  const { left } = layout
  if (left === null) return inOneLine(lines, layout)
  const place = { x: left.x + 8, width: left.width - 16 }
  return lineHeights(layout).flatMap((y, row) => {
    const line = lines[row]
    return line === undefined ? [] : [{ ...line, id: `epochs-${row}`, ...place, y }]
  })
}

function barRoom({ x, y, width }: PlacedLine): Box {
  return { x, y: y - 8, width, height: 8 }
}

export function epochMarks(frame: Frame, layout: Layout): Mark[] {
  const bars = placedLines(frame, layout).filter(({ isBar }) => isBar)
  return bars.flatMap(line => patchBarMarks(frame, barRoom(line)))
}

export function epochLabels(frame: Frame, layout: Layout): Label[] {
  return placedLines(frame, layout).flatMap(line => {
    if (line.isBar) return patchBarLabels(frame, barRoom(line))
    const { id, x, y, tone, width } = line
    return [label({ id, text: fitText(line.text, size, width), tone, x, y, size })]
  })
}
