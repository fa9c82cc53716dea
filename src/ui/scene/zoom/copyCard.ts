/**
 * A page on one copy, as a card: the page itself as a block, the records above it as cells in the
 * order of the log, those that it lacks as gaps; with several writers its version.
 */
import type { PageAtCopy, PageInside } from '../../../engine/contract/inside.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { pageAtCopyLines } from '../../../words/insideWords.ts'
import type { Box } from '../geometry.ts'
import { type Label, label, textWidth, type Tone } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import {
  boxShape,
  type InsidePicture,
  type Line,
  linesHeight,
  linesIn,
  type Shape,
} from './picture.ts'

const inner = 10
const shownCells = 10
/** Its name, and what may be said of it. */
const lines = 5

export function copyCardHeight({ isMultiMaster }: PageInside): number {
  return linesHeight(isMultiMaster ? 3 : lines) + artHeight() + 2 * inner + 6
}

function artHeight(): number {
  return stepOf(26)
}

export function copyCardShapes(
  copy: PageAtCopy,
  page: PageInside,
  box: Box,
): Partial<InsidePicture> {
  const { segment, isUp, isDamaged } = copy
  const id = `copy ${segment}`
  const [group = '', node = ''] = segment.split('/')
  const words = pageAtCopyLines(copy, page)
  const inside = { ...box, x: box.x + inner, y: box.y + inner, width: box.width - 2 * inner }
  const art = { ...inside, y: inside.y + linesHeight(1) + 2, height: artHeight() }
  const said: Line[] = words.map(text => ({ text, tone: toneOf(text, copy, page) }))
  const below = { ...inside, y: art.y + art.height + 4 }
  const head: Line = { text: `Copy ${node}`, tone: 'text', isBold: true }
  return {
    shapes: [
      boxShape(id, isUp && !isDamaged ? 'card' : 'off', box),
      ...(page.isMultiMaster ? versionShapes(copy, page, art) : chainShapes(copy, art)),
    ],
    labels: [
      ...linesIn(`${id} name`, inside, [head]),
      ...(page.isMultiMaster ? versionLabels(copy, art) : baseLabels(copy, art)),
      ...linesIn(id, below, said),
    ],
    things: [
      {
        id,
        name: `Copy ${node} of ${group}`,
        state: words.join(', '),
        box,
        opens: `copy:${segment}`,
        chooses: segment,
      },
    ],
  }
}

function toneOf(text: string, copy: PageAtCopy, { isMultiMaster, newest }: PageInside): Tone {
  if (!copy.isUp || text.startsWith('damaged')) return 'bad'
  if (isMultiMaster) return text.startsWith('version') && copy.version < newest ? 'wait' : 'muted'
  return text.startsWith('lacks') && copy.missing.length > 0 ? 'wait' : 'muted'
}

/** The block of the page, and of the records above it the newest in their order. */
function placesIn({ above, missing }: PageAtCopy, art: Box) {
  const base = { ...art, width: Math.max(stepOf(44), art.width * 0.34) }
  const cells = [
    ...above.map(lsn => ({ lsn, isHeld: true })),
    ...missing.map(lsn => ({ lsn, isHeld: false })),
  ].sort((one, other) => one.lsn - other.lsn)
  const left = base.x + base.width + 5
  const width = Math.max(3, (art.x + art.width - left) / shownCells - 2)
  const boxes = cells.slice(-shownCells).map((cell, place) => {
    return { ...cell, box: { ...art, x: left + place * (width + 2), width } }
  })
  return { base, boxes }
}

function chainShapes(copy: PageAtCopy, art: Box): Shape[] {
  const { base, boxes } = placesIn(copy, art)
  const id = `copy ${copy.segment}`
  return [
    boxShape(`${id} base`, copy.keepsPages ? 'work' : 'off', base),
    ...boxes.map(({ lsn, isHeld, box }) =>
      boxShape(`${id} ${lsn}`, isHeld ? 'held' : 'missing', box),
    ),
  ]
}

function baseLabels(copy: PageAtCopy, art: Box): Label[] {
  const { base } = placesIn(copy, art)
  const whole = copy.base === 0 ? 'base' : formatCount(copy.base)
  const text = textWidth(whole, 11) <= base.width - 4 ? whole : 'page'
  const [x, y] = [base.x + base.width / 2, base.y + base.height / 2 + dropOf(4)]
  const id = `copy ${copy.segment} base`
  return [label({ id, text, x, y, size: 11, anchor: 'middle', tone: 'text' })]
}

function versionShapes(copy: PageAtCopy, { newest }: PageInside, art: Box): Shape[] {
  const id = `copy ${copy.segment}`
  const half = { ...art, width: art.width / 2 - 3 }
  const look = copy.version >= newest ? 'work' : 'older'
  const asked = { ...half, x: art.x + art.width / 2 + 3 }
  return [
    boxShape(`${id} base`, look, half),
    ...(copy.tentative === 0 ? [] : [boxShape(`${id} asked`, 'open', asked)]),
  ]
}

function versionLabels({ segment, version, tentative }: PageAtCopy, art: Box): Label[] {
  const y = art.y + art.height / 2 + dropOf(4)
  const fields = { y, size: 11, anchor: 'middle', tone: 'text' } as const
  const id = `copy ${segment}`
  const own = label({ id: `${id} base`, text: `v${version}`, x: art.x + art.width / 4, ...fields })
  const x = art.x + art.width * 0.75
  const asked = label({ id: `${id} asked`, text: `#${tentative}`, x, ...fields })
  return tentative === 0 ? [own] : [own, asked]
}
