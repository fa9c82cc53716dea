/** Every writer has an LSN space of its own, and so a lane in each column: its box. */
import { type Box, round } from '../geometry.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'

const gap = 2

/** The lanes of a column from left to right, below the answers at its top. */
export function laneBoxes(column: ColumnPlace, { multiMaster, grid }: Layout): Box[] {
  if (multiMaster === null) return []
  const { box } = column
  const count = multiMaster.writers.length
  const inner = box.width - 2 * gap
  const width = round((inner - gap * (count - 1)) / Math.max(1, count))
  const y = box.y + multiMaster.check
  return multiMaster.writers.map((_, index) => ({
    x: round(box.x + gap + index * (width + gap)),
    y,
    width,
    height: grid.bottom - y,
  }))
}
