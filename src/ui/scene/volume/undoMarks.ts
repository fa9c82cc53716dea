/** Undo after a recovery: a bar under the instance that does it, and how much is left. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { round } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import type { InstancePlace, Layout } from '../layout/layout.ts'
import { rectanglePath } from '../shapes/paths.ts'
import type { Mark } from './mark.ts'

function placeOf({ undo }: Frame, layout: Layout): InstancePlace | undefined {
  return layout.instances.find(({ id }) => id === undo?.instance)
}

export function undoMarks(frame: Frame, layout: Layout): Mark[] {
  const place = placeOf(frame, layout)
  const { undo } = frame
  if (place === undefined || undo === null) return []
  const { centre, radius } = place
  const track = { x: centre.x - radius, y: centre.y + radius + 1, width: 2 * radius, height: 6 }
  const share = undo.rows === 0 ? 1 : 1 - undo.rowsLeft / undo.rows
  const fill = { ...track, width: Math.max(3, round(track.width * share)) }
  return [
    { id: place.id, kind: 'undoTrack', path: rectanglePath(track, 3) },
    { id: place.id, kind: 'undoFill', path: rectanglePath(fill, 3) },
  ]
}

/** A lower row has no line to spare above the words of its instance. */
const leastRow = 70

/** Above the words of the instance: below them the ways to the copies begin. */
export function undoLabels(frame: Frame, layout: Layout): Label[] {
  const { undo } = frame
  const words = placeOf(frame, layout)?.words ?? null
  if (undo === null || words === null || words.height < leastRow) return []
  const { rows, rowsLeft } = undo
  const size = words.height < 90 ? 10.5 : 11.5
  const texts = [
    `undo: ${rowsLeft} of ${rows} rows left`,
    `undo: ${rowsLeft} left`,
    `undo ${rowsLeft}`,
  ]
  const text = texts.find(its => textWidth(its, size) <= words.width)
  if (text === undefined) return []
  const place = { x: words.x, y: words.y + size - 1 }
  return [label({ id: 'undo', text, ...place, size, tone: 'wait', term: 'undo' })]
}
