/**
 * The skyline of one group: which records of its chain are shown as cells, at which height, and
 * which are folded into the base. Verbitski 2018 §2.3: each group's records form a chain.
 */
import type { GroupView, RecordView } from '../../../engine/contract/frame.ts'
import type { Lsn } from '../../../engine/contract/units.ts'
import { round } from '../geometry.ts'
import type { CellGrid } from '../layout/layout.ts'

/** The window moves by several cells at once, so that cells rest while they fill. */
function windowStep(rows: number): number {
  return rows >= 10 ? 4 : 2
}

export const cellGap = 2

export interface Skyline {
  grid: CellGrid
  records: RecordView[]
  older: number
}

export function skylineOf(group: GroupView, grid: CellGrid): Skyline {
  const total = group.olderCount + group.records.length
  const step = windowStep(grid.rows)
  const wanted = Math.max(0, Math.ceil((total - grid.rows) / step) * step)
  const first = Math.max(group.olderCount, total <= grid.rows ? 0 : wanted)
  return { grid, records: group.records.slice(first - group.olderCount), older: first }
}

/** The upper edge of the cell in a row, counted from 0 at the base. */
export function cellTop({ grid }: Skyline, row: number): number {
  return round(grid.bottom - grid.baseHeight - (row + 1) * grid.cellHeight + cellGap)
}

/** The upper edge of the newest cell at or below an LSN; of the base when all are newer. */
export function heightOf(skyline: Skyline, lsn: Lsn): number {
  let row = -1
  skyline.records.forEach((record, index) => {
    if (record.lsn <= lsn && record.state !== 'annulled') row = index
  })
  return cellTop(skyline, row)
}
