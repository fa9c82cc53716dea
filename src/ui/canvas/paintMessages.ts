/**
 * Paints the placed messages: with their own shapes while they are few, as round dots when they
 * are many, as squares when they are very many; one path for each colour.
 */
import type { Colours } from './readColours.ts'
import { messagePath, openShapes, type Outline } from './messagePath.ts'
import { colourNames, type MessageLook, paintedLooks, writerColours } from './messageLook.ts'
import type { Placed, Spots } from './placeMessages.ts'

type Pen = CanvasRenderingContext2D

/** Up to so many messages are drawn with their own shapes. */
export const fewMessages = 150
/** Above so many, squares, which are cheaper than round dots. */
const manyMessages = 1_500
const dotSize = 5

/** How messages of several writers differ beside their colours; learned with their stage. */
export interface WriterInk {
  /** The outline of what a writer sends in its own colour; undefined leaves the usual one. */
  outlineOf(look: MessageLook): Outline | undefined
  /** On top of the shapes: whose each is. */
  paintNumbers(pen: Pen, placed: Placed): void
  /** While many are placed: what writers send in their own colours, as small as dots. */
  paintMarks(pen: Pen, placed: Placed, colours: Colours): void
}

let learned: WriterInk | null = null

export function learnWriterInk(ink: WriterInk): void {
  learned = ink
}

/** A picture painted before is painted again with it. */
export function hasWriterInk(): boolean {
  return learned !== null
}

function inkOf({ isNumbered }: Placed): WriterInk | null {
  return isNumbered ? learned : null
}

function paintShapes(pen: Pen, placed: Placed, kind: number, colours: Colours): void {
  const look = paintedLooks[kind]
  const spots = placed.kinds[kind]
  if (look === undefined || spots === undefined || spots.count === 0) return
  pen.beginPath()
  const outline = inkOf(placed)?.outlineOf(look) ?? messagePath[look.shape]
  const { places } = spots
  for (let k = 0; k < spots.count; k += 1)
    outline(pen, places[2 * k] as number, places[2 * k + 1] as number)
  const isOpen = openShapes.has(look.shape)
  pen.fillStyle = isOpen ? colours.bg : colours[look.colour]
  pen.fill()
  pen.strokeStyle = isOpen ? colours[look.colour] : colours.bg
  pen.lineWidth = isOpen ? 2 : 1
  pen.stroke()
}

function paintAllShapes(pen: Pen, placed: Placed, colours: Colours): void {
  for (const kind of placed.kinds.keys()) paintShapes(pen, placed, kind, colours)
  pen.fillStyle = colours.bg
  inkOf(placed)?.paintNumbers(pen, placed)
}

/** Near-zero strokes with round caps: the cheapest round dots there are. */
function addDots(pen: Pen, { places, count }: Spots): void {
  for (let k = 0; k < count; k += 1) {
    const x = places[2 * k] as number
    const y = places[2 * k + 1] as number
    pen.moveTo(x, y)
    pen.lineTo(x + 0.01, y)
  }
}

function fillSquares(pen: Pen, { places, count }: Spots): void {
  const half = dotSize / 2 - 0.5
  for (let k = 0; k < count; k += 1)
    pen.fillRect((places[2 * k] as number) - half, (places[2 * k + 1] as number) - half, 4, 4)
}

const kindsOfColour = colourNames.map(colour => ({
  colour,
  kinds: paintedLooks.flatMap((look, kind) => (look.colour === colour ? [kind] : [])),
}))

/** Those of several writers have marks of their own. */
function dottedColours(placed: Placed) {
  return inkOf(placed) === null ? kindsOfColour : kindsOfColour.slice(writerColours.length)
}

function paintDots(pen: Pen, placed: Placed, colours: Colours): void {
  pen.lineCap = 'round'
  pen.lineWidth = dotSize
  for (const { colour, kinds } of dottedColours(placed)) {
    pen.beginPath()
    for (const kind of kinds) addDots(pen, placed.kinds[kind] as Spots)
    pen.strokeStyle = colours[colour]
    pen.stroke()
  }
}

function paintSquares(pen: Pen, placed: Placed, colours: Colours): void {
  for (const { colour, kinds } of dottedColours(placed)) {
    pen.fillStyle = colours[colour]
    for (const kind of kinds) fillSquares(pen, placed.kinds[kind] as Spots)
  }
}

function paintCrosses(pen: Pen, { places, count }: Spots, size: number): void {
  if (count === 0) return
  pen.beginPath()
  for (let k = 0; k < count; k += 1) {
    const x = places[2 * k] as number
    const y = places[2 * k + 1] as number
    pen.moveTo(x - size, y - size)
    pen.lineTo(x + size, y + size)
    pen.moveTo(x + size, y - size)
    pen.lineTo(x - size, y + size)
  }
  pen.stroke()
}

function paintLost(pen: Pen, placed: Placed, colours: Colours, size: number): void {
  pen.lineWidth = size > 3 ? 2.4 : 1.4
  pen.strokeStyle = colours.bad
  paintCrosses(pen, placed.lost, size)
  pen.globalAlpha = 0.4
  paintCrosses(pen, placed.fading, size)
  pen.globalAlpha = 1
}

export function paintMessages(pen: Pen, placed: Placed, colours: Colours): void {
  const isFew = placed.total <= fewMessages
  if (isFew) paintAllShapes(pen, placed, colours)
  else if (placed.total <= manyMessages) paintDots(pen, placed, colours)
  else paintSquares(pen, placed, colours)
  if (!isFew) inkOf(placed)?.paintMarks(pen, placed, colours)
  paintLost(pen, placed, colours, isFew ? 5 : 2.5)
}
