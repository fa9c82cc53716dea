/**
 * Paints what bounces off: its own shape, but hollow and broken, as a thing of the past, and beside
 * it the word that says why it is refused. A word without a free place is left out.
 */
import { type Box, intersects, right } from '../scene/geometry.ts'
import { textWidth } from '../scene/label.ts'
import type { StageSize } from '../scene/stageView.ts'
import type { Bounce } from './bounces.ts'
import { messagePath } from './messagePath.ts'
import type { Colours } from './readColours.ts'

type Pen = CanvasRenderingContext2D

const fontSize = 12
const height = 18
/** From the middle of the shape to its word. */
const gap = 13

/** To the right of the shape, to its left, above and below it, the best place first. */
function wordPlaces({ x, y, word }: Bounce): Box[] {
  const width = textWidth(word, fontSize, true) + 10
  const [top, left] = [y - height / 2, x - width / 2]
  const corners = [
    [x + gap, top],
    [x - gap - width, top],
    [left, y - gap - height],
    [left, y + gap],
  ] as const
  return corners.map(([x, y]) => ({ x, y, width, height }))
}

function shapeBox({ x, y }: Bounce): Box {
  return { x: x - 9, y: y - 8, width: 18, height: 16 }
}

/** Each word that is told, with its place; none lies on another, on a shape, or off the stage. */
export function bounceWords(bounces: Bounce[], stage: StageSize): { word: string; box: Box }[] {
  const words: { word: string; box: Box }[] = []
  const shapes = bounces.map(shapeBox)
  const isFree = (box: Box) =>
    box.x >= 0 &&
    right(box) <= stage.width &&
    [...shapes, ...words.map(other => other.box)].every(other => !intersects(other, box))
  for (const bounce of bounces) {
    const box = bounce.isTold ? wordPlaces(bounce).find(isFree) : undefined
    if (box !== undefined) words.push({ word: bounce.word, box })
  }
  return words
}

function paintShapes(pen: Pen, bounces: Bounce[], colours: Colours): void {
  pen.beginPath()
  for (const { shape, x, y } of bounces) messagePath[shape](pen, x, y)
  pen.fillStyle = colours.bg
  pen.fill()
  pen.strokeStyle = colours.bad
  pen.lineWidth = 2
  pen.setLineDash([3, 2])
  pen.stroke()
  pen.setLineDash([])
}

export function paintBounces(
  pen: Pen,
  bounces: Bounce[],
  { colours, stage }: { colours: Colours; stage: StageSize },
): void {
  paintShapes(pen, bounces, colours)
  pen.font = `600 ${fontSize}px system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  for (const { word, box } of bounceWords(bounces, stage)) {
    pen.beginPath()
    pen.roundRect(box.x, box.y, box.width, box.height, 5)
    pen.fillStyle = colours.bg
    pen.fill()
    pen.fillStyle = colours.bad
    pen.fillText(word, box.x + box.width / 2, box.y + box.height / 2 + 1)
  }
}
