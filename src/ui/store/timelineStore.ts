/** Marks, branches and chart series of the present branch; `refreshTimeline` is its one writer. */
import { create } from 'zustand'
import type { ChartSeries, Mark, TimelineSummary } from '../../workers/api.ts'
import type { PaceBand } from './paceAxis.ts'

export interface TimelineState {
  /** The axis; empty until a story is open. */
  bands: PaceBand[]
  marks: Mark[]
  branches: TimelineSummary['branches']
  /** One series for each band, with bins as fine as its pace; only while charts are shown. */
  charts: ChartSeries[]
}

export const timelineStore = create<TimelineState>()(() => ({
  bands: [],
  marks: [],
  branches: [],
  charts: [],
}))
