/** The groups that the volume has added since the start, marked in the row of small skylines. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { inset } from '../geometry.ts'
import type { Layout } from '../layout/layout.ts'
import { rectanglePath } from '../shapes/paths.ts'
import type { Mark } from './mark.ts'

export function growthMarks({ volumeDetail }: Frame, layout: Layout): Mark[] {
  // The geometry epoch begins at 1.
  const added = (volumeDetail?.geometryEpoch ?? 1) - 1
  if (added <= 0) return []
  return layout.groups.slice(-added).map(({ id, box }) => ({
    id,
    kind: 'newGroup',
    path: rectanglePath(inset(box, -2.5), 8),
  }))
}
