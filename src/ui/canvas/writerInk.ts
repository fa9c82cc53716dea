/**
 * What writers send, told apart without colour, as their cells are by hatching: a record leans or
 * is cut as the hatching of its writer goes, and carries its number. Where many are on their way,
 * each is one short piece of that hatching. Loaded with the stage of several writers.
 */
import { type MessageLook, paintedLooks, writerColours } from './messageLook.ts'
import { type Outline, polygon } from './messagePath.ts'
import type { WriterInk } from './paintMessages.ts'
import type { Placed, Spots } from './placeMessages.ts'

type Pen = CanvasRenderingContext2D

/** Corners around the middle: leaning back, leaning forward, level and pointed, a cross. */
const records: readonly number[][] = [
  [-9.5, -5.5, 5.5, -5.5, 9.5, 5.5, -5.5, 5.5],
  [-5.5, -5.5, 9.5, -5.5, 5.5, 5.5, -9.5, 5.5],
  [-10.5, 0, -6, -5.5, 6, -5.5, 10.5, 0, 6, 5.5, -6, 5.5],
  [-5, -6, 5, -6, 5, -3, 8.5, -3, 8.5, 3, 5, 3, 5, 6, -5, 6, -5, 3, -8.5, 3, -8.5, -3, -5, -3],
]

const crumbShare = 0.55

const outlines = records.map(
  (corners): Outline =>
    (pen, x, y) =>
      polygon(pen, x, y, corners),
)
const crumbs = records.map((corners): Outline => {
  const small = corners.map(corner => corner * crumbShare)
  return (pen, x, y) => polygon(pen, x, y, small)
})

/** Its place among the writers, counted from 0; -1 for what is in no writer's colour. */
function writerOf({ colour }: MessageLook): number {
  return (writerColours as readonly string[]).indexOf(colour)
}

export function outlineOf(look: MessageLook): Outline | undefined {
  if (look.shape === 'record') return outlines[writerOf(look)]
  return look.shape === 'crumb' ? crumbs[writerOf(look)] : undefined
}

function numberSpots(pen: Pen, { places, count }: Spots, text: string): void {
  for (let k = 0; k < count; k += 1)
    pen.fillText(text, places[2 * k] as number, places[2 * k + 1] as number)
}

function paintNumbers(pen: Pen, placed: Placed): void {
  pen.font = 'bold 9px sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  for (const [kind, spots] of placed.kinds.entries()) {
    const look = paintedLooks[kind]
    if (look === undefined || look.shape === 'crumb' || writerOf(look) < 0) continue
    numberSpots(pen, spots, String(writerOf(look) + 1))
  }
}

/** From where to where each stroke of a mark goes, as in the hatching. */
const marks: readonly number[][] = [
  [-3, -3, 3, 3],
  [-3, 3, 3, -3],
  [-4.2, 0, 4.2, 0],
  [-3, -3, 3, 3, -3, 3, 3, -3],
]

function addMarks(pen: Pen, { places, count }: Spots, strokes: readonly number[]): void {
  for (let k = 0; k < count; k += 1) {
    const x = places[2 * k] as number
    const y = places[2 * k + 1] as number
    for (let at = 0; at < strokes.length; at += 4) {
      pen.moveTo(x + (strokes[at] as number), y + (strokes[at + 1] as number))
      pen.lineTo(x + (strokes[at + 2] as number), y + (strokes[at + 3] as number))
    }
  }
}

const kindsOfWriter = writerColours.map(colour =>
  paintedLooks.flatMap((look, kind) => (look.colour === colour ? [kind] : [])),
)

const paintMarks: WriterInk['paintMarks'] = (pen, placed, colours) => {
  pen.lineCap = 'butt'
  pen.lineWidth = 2.6
  writerColours.forEach((colour, writer) => {
    pen.beginPath()
    for (const kind of kindsOfWriter[writer] ?? [])
      addMarks(pen, placed.kinds[kind] as Spots, marks[writer] ?? [])
    pen.strokeStyle = colours[colour]
    pen.stroke()
  })
}

export const writerInk: WriterInk = { outlineOf, paintNumbers, paintMarks }
