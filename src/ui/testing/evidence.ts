/** What is held against each other of one instant, and whoever does it. */
import type { BillAnswer } from '../../engine/contract/bill.ts'
import type { Frame, GroupView } from '../../engine/contract/frame.ts'
import type { Report } from '../../engine/contract/report.ts'
import type { ChartSeries } from '../../workers/api.ts'
import type { LaneShape } from '../scene/multimaster/laneShapes.ts'
import type { ColumnShape } from '../scene/shapes/columnShape.ts'

export interface Evidence {
  frame: Frame
  /** What the stage says, by what it is about. */
  labels: readonly { id: string; text: string; y: number }[]
  columns: readonly ColumnShape[]
  /** One for each writer in each copy; none with one writer. */
  lanes: readonly LaneShape[]
  bracket: { path: string; vdl: string }
  report: Report
  /** From the start to the instant, a bin as narrow as it is kept. */
  chart: ChartSeries
  bill: BillAnswer
  /** Transactions that changed something and were told as committed. */
  changes: number
}

/** What differs, as sentences. */
export type Check = (evidence: Evidence) => string[]

/** The group whose columns are drawn. */
export function largeGroup({ frame, columns }: Evidence): GroupView | undefined {
  return frame.groups.find(({ segments }) => segments.some(({ id }) => id === columns[0]?.id))
}
