/** The groups as small cards in a row: six bars, six pips, and a mark on the one VDL waits for. */
import type { Frame, GroupView } from '../../../engine/contract/frame.ts'
import { type Box, round } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import { dropOf, isForWall, leastLetter } from '../letters.ts'
import type { GroupPlace, Layout } from '../layout/layout.ts'
import { rectanglePath } from './paths.ts'
import { type PipShape, pipShapes, reachableCount } from './pipShapes.ts'

export interface GroupShape {
  id: string
  box: Box
  isLarge: boolean
  isMet: boolean
  holdsBack: boolean
  bars: string
  pips: PipShape[]
  words: string
  labels: Label[]
}

/** A bar loses a fifth of its height for each doubling of what the copy is behind. */
function barShare(behind: number): number {
  return Math.max(0.15, 1 - Math.log2(1 + behind) / 6)
}

/** So low a card has room for its name and its count alone. */
function isFlat({ height }: Box): boolean {
  return height < Math.max(30, 1.7 * leastLetter())
}

/** Where name, bars and pips of a card stand; closer together in a flat one. */
function insideOf({ x, y, width, height }: Box) {
  if (isFlat({ x, y, width, height })) {
    const name = y + (isForWall() ? height / 2 + dropOf(4) : 16)
    return { x: x + 10, right: x + width - 10, name, bars: y, pips: y }
  }
  const side = width < 60 ? 5 : 10
  const [name, bars, pips] = height < 50 ? ([14, 31, 39] as const) : ([16, 36, 45] as const)
  return { x: x + side, right: x + width - side, name: y + name, bars: y + bars, pips: y + pips }
}

function barsOf(group: GroupView, box: Box): string {
  const { x: start, right, bars } = insideOf(box)
  const width = Math.min(6, (right - start) / (group.segments.length * 1.4))
  const height = 13
  return group.segments
    .map(({ behind }, index) => {
      const tall = round(height * barShare(behind))
      const x = start + index * width * 1.4
      return rectanglePath({ x, y: bars - tall, width, height: tall }, 1)
    })
    .join('')
}

function wordsOf(group: GroupView): string {
  const count = `${reachableCount(group.writeQuorum)} of ${group.segments.length}`
  const isMet = group.writeQuorum.isMet ? 'commits go on' : 'commits wait'
  return `${count} reachable, ${isMet}${group.holdsBack ? ', holds VDL back' : ''}`
}

/** Where there is room the mark is also a word. */
function backLabel(group: GroupView, box: Box): Label[] {
  if (!group.holdsBack || box.width < 128 || isFlat(box)) return []
  const place = {
    x: box.x + box.width - 9,
    y: insideOf(box).bars - 1,
    size: 10.5,
    anchor: 'end',
  } as const
  return [label({ id: `${group.id}-back`, text: 'holds back', ...place, tone: 'glow' })]
}

/** One word alone: what is the matter stands before the name. */
function shortLabel(group: GroupView, box: Box): Label[] {
  const { isMet } = group.writeQuorum
  const mark = isMet ? '' : '✕'
  const back = group.holdsBack && isMet ? '◀' : ''
  const tone = !isMet ? 'bad' : group.holdsBack ? 'glow' : 'text'
  const place = { x: box.x + box.width / 2, y: insideOf(box).name, size: 11 } as const
  const text = `${mark}${back}${group.id}`
  return [label({ id: `${group.id}-name`, text, ...place, anchor: 'middle', tone })]
}

function labelsOf(group: GroupView, box: Box): Label[] {
  if (box.width < 60) return shortLabel(group, box)
  const count = `${reachableCount(group.writeQuorum)}/${group.segments.length}`
  const { isMet } = group.writeQuorum
  const mark = isMet ? '' : '✕ '
  const tone = isMet ? ('muted' as const) : ('bad' as const)
  const name = `${group.holdsBack ? '◀ ' : ''}${group.id}`
  const needed = textWidth(name, 12) + textWidth(mark + count, 11.5) + 24
  const isWide = isForWall() ? box.width >= needed : box.width >= 88
  const nameTone = group.holdsBack ? ('glow' as const) : ('text' as const)
  return [
    label({
      id: `${group.id}-name`,
      text: name,
      x: box.x + 9,
      y: insideOf(box).name,
      size: 12,
      tone: nameTone,
    }),
    label({
      id: `${group.id}-count`,
      text: `${mark}${isWide ? count : ''}`,
      x: box.x + box.width - 9,
      y: insideOf(box).name,
      size: 11.5,
      anchor: 'end',
      tone,
    }),
    ...backLabel(group, box),
  ]
}

function groupShape(group: GroupView, { box }: GroupPlace, isLarge: boolean): GroupShape {
  const { x, pips } = insideOf(box)
  const radius = Math.min(2.6, (box.width - 10) / 17.3)
  return {
    id: group.id,
    box,
    isLarge,
    isMet: group.writeQuorum.isMet,
    holdsBack: group.holdsBack,
    bars: isFlat(box) ? '' : barsOf(group, box),
    pips: isFlat(box) ? [] : pipShapes(group, x, pips, radius),
    words: wordsOf(group),
    labels: labelsOf(group, box),
  }
}

export function groupShapes(frame: Frame, layout: Layout): GroupShape[] {
  return layout.groups.flatMap(place => {
    const group = frame.groups.find(({ id }) => id === place.id)
    return group === undefined ? [] : [groupShape(group, place, place.id === layout.group)]
  })
}
