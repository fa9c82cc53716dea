/** Where the memory of each writer stands on the card of a page: in one column, or in two. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { type Box, round } from '../geometry.ts'
import { cacheColumns, pageInside, pageLine } from '../layout/mechanismBands.ts'

/** Of the memory of a writer by its place in the list. */
export function cacheBox({ multiMaster }: Frame, box: Box, index: number): Box {
  const columns = cacheColumns(multiMaster?.writers.length ?? 0)
  const width = (box.width - 8 - 4 * (columns - 1)) / columns
  const x = box.x + 4 + (index % columns) * (width + 4)
  const y = box.y + pageInside().caches + Math.floor(index / columns) * pageLine()
  return { x: round(x), y, width: round(width), height: pageLine() - 1 }
}
