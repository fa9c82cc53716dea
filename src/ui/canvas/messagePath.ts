/** The outlines of the messages, each added to one path for all of its look. */
import type { MessageLook } from './messageLook.ts'

type Pen = CanvasRenderingContext2D
export type Outline = (pen: Pen, x: number, y: number) => void

function dot(pen: Pen, x: number, y: number): void {
  pen.moveTo(x + 5, y)
  pen.arc(x, y, 5, 0, 2 * Math.PI)
}

export function polygon(pen: Pen, x: number, y: number, corners: readonly number[]): void {
  pen.moveTo(x + (corners[0] ?? 0), y + (corners[1] ?? 0))
  for (let k = 2; k < corners.length; k += 2)
    pen.lineTo(x + (corners[k] ?? 0), y + (corners[k + 1] ?? 0))
  pen.closePath()
}

const diamond = [0, -6.5, 6.5, 0, 0, 6.5, -6.5, 0]
const triangle = [0, -6, 6, 5, -6, 5]
const hexagon = [-6.5, 0, -3.2, -5.8, 3.2, -5.8, 6.5, 0, 3.2, 5.8, -3.2, 5.8]
/** A stop sign with a bar cut out of it: the bar turns the other way round. */
const octagon = [
  -2.7, -6.5, 2.7, -6.5, 6.5, -2.7, 6.5, 2.7, 2.7, 6.5, -2.7, 6.5, -6.5, 2.7, -6.5, -2.7,
]
const bar = [-4, -1.3, -4, 1.3, 4, 1.3, 4, -1.3]

function slash(pen: Pen, x: number, y: number): void {
  pen.moveTo(x - 3.8, y + 3.8)
  pen.lineTo(x + 3.8, y - 3.8)
}

/** A record turned into an arrow that points back. */
const back = [-9, 0, -2, -6.5, -2, -3.5, 8, -3.5, 8, 3.5, -2, 3.5, -2, 6.5]

/** A sheet with its corner folded. */
const page = [-5, -6.5, 2, -6.5, 5.5, -3, 5.5, 6.5, -5, 6.5]

export const messagePath: Record<MessageLook['shape'], Outline> = {
  record: (pen, x, y) => pen.roundRect(x - 8, y - 5.5, 16, 11, 3),
  backRecord: (pen, x, y) => polygon(pen, x, y, back),
  crumb: (pen, x, y) => pen.roundRect(x - 3, y - 3, 6, 6, 2),
  dot,
  ring: dot,
  diamond: (pen, x, y) => polygon(pen, x, y, diamond),
  page: (pen, x, y) => polygon(pen, x, y, page),
  triangle: (pen, x, y) => polygon(pen, x, y, triangle),
  hexagon: (pen, x, y) => polygon(pen, x, y, hexagon),
  stop: (pen, x, y) => {
    polygon(pen, x, y, octagon)
    polygon(pen, x, y, bar)
  },
  struckHexagon: (pen, x, y) => {
    polygon(pen, x, y, hexagon)
    slash(pen, x, y)
  },
  struckRing: (pen, x, y) => {
    dot(pen, x, y)
    slash(pen, x, y)
  },
}

/** Shapes that are drawn as an outline with the ground inside. */
export const openShapes: ReadonlySet<MessageLook['shape']> = new Set([
  'ring',
  'diamond',
  'page',
  'struckHexagon',
  'struckRing',
])
