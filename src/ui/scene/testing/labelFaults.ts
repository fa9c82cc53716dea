/** What is wrong with words on the stage: they overlap, leave it, or lie on a message’s way. */
import { type Box, bottom, intersects, type Point, right } from '../geometry.ts'
import { type Label, labelBox } from '../label.ts'
import { positionAt } from '../routes/positionAt.ts'
import { routeBetween, type Wiring } from '../routes/routeBetween.ts'
import type { StageSize } from '../stageView.ts'

/** From a projector down to a phone. */
export const stageSizes: StageSize[] = [
  { width: 1440, height: 620 },
  { width: 1024, height: 480 },
  { width: 800, height: 480 },
  { width: 717, height: 430 },
  { width: 390, height: 560 },
]

/** A small phone, a window at 200 %, and a large screen, which magnifies its stage. */
export const extremeSizes: StageSize[] = [
  { width: 360, height: 470 },
  { width: 720, height: 270 },
  { width: 1707, height: 650 },
]

export function overlapping(labels: Label[]): string[] {
  return labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter(other => intersects(labelBox(one), labelBox(other)))
      .map(other => `"${one.text}" overlaps "${other.text}"`),
  )
}

export function outside(labels: Label[], { width, height }: StageSize): string[] {
  const isInside = (box: Box) =>
    box.x >= 0 && box.y >= 0 && right(box) <= width && bottom(box) <= height
  return labels.filter(label => !isInside(labelBox(label))).map(({ text }) => `"${text}" is out`)
}

/** The smallest box around some places. */
function boxAround(places: Point[]): Box {
  const [x, y] = [Math.min(...places.map(one => one.x)), Math.min(...places.map(one => one.y))]
  const [endX, endY] = [
    Math.max(...places.map(one => one.x)),
    Math.max(...places.map(one => one.y)),
  ]
  return { x: x - 0.5, y: y - 0.5, width: endX - x + 1, height: endY - y + 1 }
}

function dotAt({ x, y }: Point): Box {
  return { x: x - 0.5, y: y - 0.5, width: 1, height: 1 }
}

/** Words that the way between two actors crosses, looked at in a hundred steps. */
export function crossed(wiring: Wiring, [from, to]: [string, string], labels: Label[]): string[] {
  const route = routeBetween(wiring, from, to)
  if (route === null) return []
  const steps = Array.from({ length: 101 }, (_, k) => positionAt(route, k / 100))
  const near = boxAround(steps)
  return labels
    .filter(label => {
      const box = labelBox(label)
      return intersects(box, near) && steps.some(place => intersects(box, dotAt(place)))
    })
    .map(({ text }) => `${from} to ${to} crosses "${text}"`)
}
