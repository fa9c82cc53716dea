/** A station as a card: its number and name, what stands there, a bar, and what it has done. */
import type { Box } from '../geometry.ts'
import { label, textWidth } from '../label.ts'
import { dropOf, letterOf, stepOf } from '../letters.ts'
import {
  boxShape,
  type InsidePicture,
  linesHeight,
  linesIn,
  shareBar,
  type Shape,
  wrapped,
} from './picture.ts'
import type { Station } from './stations.ts'

const inside = 10
const bar = 8
/** Lines of words that every card has room for, so that it does not jump. */
function roomFor(width: number): number {
  return width < stepOf(17) * 16 ? 4 : 3
}

function head(): number {
  return stepOf(22)
}

function chainsHeight({ chains, step }: Station): number {
  return chains.length > 0 || step === 5 ? stepOf(14) + 4 : 0
}

export function cardHeight(station: Station, width: number): number {
  const lines = linesHeight(roomFor(width))
  return head() + lines + chainsHeight(station) + bar + 8 + linesHeight(1, 11) + 2 * inside - 4
}

export function stationShapes(station: Station, box: Box): Partial<InsidePicture> {
  const { step, title, lines, share, done, isBusy } = station
  const id = `step ${step}`
  const inner = { ...box, x: box.x + inside, width: box.width - 2 * inside }
  const room = roomFor(box.width)
  const said = lines.flatMap(line => wrapped(line, inner.width)).slice(0, room)
  const at = {
    lines: box.y + inside + head(),
    done: box.y + box.height - inside - linesHeight(1, 11),
  }
  const line = { ...inner, y: at.done - bar - 4, height: bar }
  const words = lines.map(({ text }) => text).join('; ')
  return {
    shapes: [
      boxShape(id, isBusy ? 'busy' : 'card', box),
      ...badge(id, box),
      ...(share === null ? [] : shareBar(id, line, share)),
      ...chainShapes(station, { ...inner, y: at.lines + linesHeight(room) }),
    ],
    labels: [
      ...titleLabels(station, box),
      ...linesIn(`${id} line`, { ...inner, y: at.lines }, said),
      ...chainLabels(station, { ...inner, y: at.lines + linesHeight(room) }),
      ...linesIn(
        `${id} done`,
        { ...inner, y: at.done },
        done === '' ? [] : [{ text: done, size: 11 }],
      ),
    ],
    things: [
      {
        id,
        name: `Step ${step}: ${title}`,
        state: [words, done].filter(text => text !== '').join('. '),
        box,
        opens: null,
        chooses: null,
      },
    ],
  }
}

function radius(): number {
  return Math.max(9, letterOf(11) * 0.75)
}

function badge(id: string, box: Box): Shape[] {
  const side = 2 * radius()
  const middle = box.y + inside + head() / 2 - 2
  return [
    boxShape(`${id} number`, 'number', {
      x: box.x + inside,
      y: middle - side / 2,
      width: side,
      height: side,
    }),
  ]
}

function titleLabels({ step, title, short }: Station, box: Box): InsidePicture['labels'] {
  const middle = box.y + inside + head() / 2 - 2
  const left = box.x + inside + 2 * radius() + 8
  const words = { ...box, x: left, y: middle - stepOf(18) / 2, width: box.x + box.width - 8 - left }
  const number = label({
    id: `step ${step} number`,
    text: String(step),
    x: box.x + inside + radius(),
    y: middle + dropOf(4),
    size: 11,
    anchor: 'middle',
    tone: 'text',
    isBold: true,
  })
  const fits = textWidth(title, 13, true) <= words.width
  return [
    number,
    ...linesIn(`step ${step} title`, words, [
      { text: fits ? title : short, size: 13, tone: 'text', isBold: true },
    ]),
  ]
}

/** The longest chains, from the left; full when a page is due. */
function chainBoxes({ chains }: Station, box: Box): Box[] {
  const width = (box.width - 3 * 6) / 4
  const height = stepOf(14)
  return chains.map((_, place) => ({ x: box.x + place * (width + 6), y: box.y, width, height }))
}

function chainShapes(station: Station, box: Box): Shape[] {
  return chainBoxes(station, box).flatMap((place, index) => {
    const chain = station.chains[index]
    const share = chain?.share ?? 0
    return shareBar(`chain ${chain?.page}`, place, share, chain?.isDue ? 'waiting' : 'held')
  })
}

function chainLabels(station: Station, box: Box): InsidePicture['labels'] {
  return chainBoxes(station, box).map((place, index) =>
    label({
      id: `chain ${station.chains[index]?.page}`,
      text: `p${station.chains[index]?.page}`,
      x: place.x + place.width / 2,
      y: place.y + place.height / 2 + dropOf(4),
      size: 10,
      anchor: 'middle',
      tone: 'text',
    }),
  )
}
