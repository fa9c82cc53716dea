/**
 * The two stations of the foreground, between the writer and the way back: batches move in, answers
 * move out. On a narrow stage they stand one below the other, and what moves is said in them.
 */
import type { CopyInside } from '../../../engine/contract/inside.ts'
import { batchWords, copyTitles, noteWords } from '../../../words/insideWords.ts'
import { bottom, type Box, centre, right, round } from '../geometry.ts'
import { label, textWidth } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import {
  boxShape,
  columns,
  type InsidePicture,
  linesHeight,
  linesIn,
  pathShape,
  type Shape,
  type Thing,
} from './picture.ts'
import { cardHeight, stationShapes } from './stationShapes.ts'
import type { Station } from './stations.ts'

type Section = InsidePicture & { end: number }

const inner = 12

export function foregroundShapes(
  copy: CopyInside,
  stations: Station[],
  across: Box,
  isNarrow: boolean,
): Section {
  const title = linesHeight(1, 13) + 6
  const card = Math.max(...stations.map(its => cardHeight(its, Number.POSITIVE_INFINITY)))
  const back = isNarrow ? 0 : 30
  const whole = isNarrow ? 2 * card + 10 : card + back
  const band = { ...across, height: title + whole + 16 }
  const room = { ...band, x: band.x + inner, y: band.y + title, width: band.width - 2 * inner }
  const cards = isNarrow ? stacked(room, card) : besideWriter(room, card)
  const drawn = stations.flatMap((station, place) => {
    const box = cards[place]
    return box === undefined ? [] : [stationShapes(station, box)]
  })
  const ways = isNarrow ? { shapes: [], labels: [], things: [] } : waysOf(copy, room, cards)
  const words = { ...room, y: band.y + 5 }
  const head = [{ text: copyTitles.foreground, size: 13, tone: 'text' as const, isBold: true }]
  return {
    height: 0,
    shapes: [
      boxShape('foreground', 'warm', band),
      ...ways.shapes,
      ...drawn.flatMap(its => its.shapes ?? []),
    ],
    labels: [
      ...linesIn('foreground', words, head),
      ...ways.labels,
      ...drawn.flatMap(its => its.labels ?? []),
    ],
    things: [...drawn.flatMap(its => its.things ?? []), ...ways.things],
    end: bottom(band),
  }
}

function stacked(room: Box, height: number): Box[] {
  return [0, 1].map(row => ({ ...room, y: room.y + row * (height + 10), height }))
}

function wayWidth(room: Box): number {
  return Math.min(260, room.width * 0.24)
}

function besideWriter(room: Box, height: number): Box[] {
  const left = room.x + wayWidth(room)
  const both = { ...room, x: left, width: right(room) - left, height }
  return columns(both, 2, 44)
}

interface Drawn {
  shapes: Shape[]
  labels: InsidePicture['labels']
  things: Thing[]
}

/** From the writer in, from station to station, and back below both. */
function waysOf(copy: CopyInside, room: Box, cards: Box[]): Drawn {
  const [first, second] = cards
  if (first === undefined || second === undefined) return { shapes: [], labels: [], things: [] }
  const writer = writerBox(copy, room, first)
  const y = centre(first).y
  const low = bottom(first) + 16
  const into = { from: right(writer) + 2, to: first.x - 2 }
  const out = { from: centre(second).x, to: centre(writer).x }
  const path = [
    `M${round(into.from)} ${round(y)}H${round(into.to)}`,
    `M${round(right(first))} ${round(y)}H${round(second.x)}`,
    `M${round(out.from)} ${round(bottom(second))}V${round(low)}` +
      `H${round(out.to)}V${round(bottom(writer))}`,
  ]
  const name = nameOfWriter(copy)
  const words = label({
    id: 'writer',
    text: name,
    x: centre(writer).x,
    y: centre(writer).y + dropOf(5),
    size: 13,
    anchor: 'middle',
    tone: 'text',
    isBold: true,
  })
  return {
    shapes: [
      ...path.map((way, place) => pathShape(`way ${place}`, 'way', way)),
      boxShape('writer', 'card', writer),
      ...inMotion(copy, into, y),
      ...goingBack(copy, out, low),
    ],
    labels: [words],
    things: movingThings(copy, {
      ...room,
      y: first.y,
      height: first.height,
      width: first.x - room.x,
    }),
  }
}

/** With several writers anybody may send. */
function nameOfWriter({ tentative, writer }: CopyInside): string {
  return tentative === null ? (writer ?? 'nobody') : 'writers'
}

function writerBox(copy: CopyInside, room: Box, first: Box): Box {
  const width = Math.max(56, textWidth(nameOfWriter(copy), 13, true) + 20)
  const height = stepOf(34)
  return { x: room.x, y: centre(first).y - height / 2, width, height }
}

const mark = { width: 26, height: 16 }

/** As far along as the time that has passed of the way. */
function inMotion(
  { arriving, at }: CopyInside,
  way: { from: number; to: number },
  y: number,
): Shape[] {
  return arriving.map(({ message, since, until }) => {
    const share = (at - since) / Math.max(1, until - since)
    const x = way.from + Math.max(0, Math.min(1, share)) * (way.to - way.from - mark.width)
    return boxShape(`batch ${message}`, 'held', { ...mark, x: round(x), y: y - mark.height / 2 })
  })
}

/** The instant of its sending is not known here: it stands where its way begins. */
function goingBack({ answers }: CopyInside, way: { from: number; to: number }, y: number): Shape[] {
  return answers.slice(0, 6).map(({ message }, place) => {
    const x = way.from - 40 - place * 40
    return boxShape(`answer ${message}`, 'yes', {
      x: Math.max(way.to, x),
      y: y - 7,
      width: 30,
      height: 14,
    })
  })
}

function movingThings({ arriving, answers, at }: CopyInside, box: Box): Thing[] {
  const coming = arriving.map(batch => ({
    id: `message ${batch.message}`,
    name: `From ${batch.from}`,
    state: batchWords(batch, at),
  }))
  const going = answers.map(note => ({
    id: `message ${note.message}`,
    name: 'Answer',
    state: noteWords(note),
  }))
  return [...coming, ...going].map(said => ({ ...said, box, opens: null, chooses: null }))
}
