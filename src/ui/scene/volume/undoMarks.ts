/** Undo after a recovery: a bar under the instance that does it, and how much is left. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { round } from '../geometry.ts'
import { fitText, type Label, label } from '../label.ts'
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

export function undoLabels(frame: Frame, layout: Layout): Label[] {
  const place = placeOf(frame, layout)
  const { undo } = frame
  if (place === undefined || undo === null || place.words === null) return []
  const { words } = place
  const size = words.width < 70 ? 10 : 11.5
  const whole = `undo: ${undo.rowsLeft} of ${undo.rows} rows left`
  const text = words.width < 150 ? `undo ${undo.rowsLeft}` : whole
  const y = words.y + words.height - 5
  const shown = fitText(text, size, words.width)
  return [label({ id: 'undo', text: shown, x: words.x, y, size, tone: 'wait', term: 'undo' })]
}
