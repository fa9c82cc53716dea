/** What is wrong with words on the stage: they overlap, leave it, or lie on a message’s way. */
import { type Box, bottom, intersects, right } from '../geometry.ts'
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

/** Words that the way between two actors crosses, looked at in a hundred steps. */
export function crossed(wiring: Wiring, [from, to]: [string, string], labels: Label[]): string[] {
  const route = routeBetween(wiring, from, to)
  if (route === null) return []
  const steps = Array.from({ length: 101 }, (_, k) => positionAt(route, k / 100))
  return labels
    .filter(label => {
      const box = labelBox(label)
      return steps.some(({ x, y }) =>
        intersects(box, { x: x - 0.5, y: y - 0.5, width: 1, height: 1 }),
      )
    })
    .map(({ text }) => `${from} to ${to} crosses "${text}"`)
}
