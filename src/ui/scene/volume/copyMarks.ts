/**
 * What ails a copy: a damaged page, dotted while only the viewer knows of it and bold once its
 * node has found it, and a pinched pipe where acknowledgements are held back.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { SegmentWorkView } from '../../../engine/contract/volumeFrameView.ts'
import { right } from '../geometry.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'
import type { Mark } from './mark.ts'
import { moved, signPaths } from '../../theme/signPaths.ts'

function damageMarks(work: SegmentWorkView, { box }: ColumnPlace, base: number): Mark[] {
  if (work.corruptPages.length === 0) return []
  const isFound = work.corruptPages.some(({ foundAt }) => foundAt !== null)
  const at = { x: right(box) - Math.min(14, box.width / 3), y: base - 12 }
  const path = `${moved(signPaths.page, at)}${moved(signPaths.crack, at)}`
  return [{ id: work.segment, kind: isFound ? 'damageFound' : 'damageHidden', path }]
}

function throttleMarks(work: SegmentWorkView, { box }: ColumnPlace): Mark[] {
  if (work.throttledSince === null) return []
  const at = { x: box.x + box.width / 2, y: box.y + 4 }
  return [{ id: work.segment, kind: 'throttled', path: moved(signPaths.pinch, at) }]
}

export function copyMarks({ pipeline }: Frame, layout: Layout): Mark[] {
  if (pipeline === null) return []
  return layout.columns.flatMap(place => {
    const work = pipeline.segments.find(({ segment }) => segment === place.segment)
    if (work === undefined) return []
    return [...damageMarks(work, place, layout.grid.bottom), ...throttleMarks(work, place)]
  })
}
