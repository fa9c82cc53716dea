/**
 * How one looks at the timeline and its charts: which stretch of it, what is repeated, which marks
 * and which charts are shown. Nothing of it changes the run.
 */
import { create } from 'zustand'
import type { Micros } from '../../engine/contract/units.ts'
import type { Mark } from '../../workers/api.ts'

export interface Stretch {
  from: Micros
  to: Micros
}

/** `cost` is shown beside a capacity; `bill` is the same of a cluster that has none to follow. */
export type ChartName =
  | ('commits' | 'latency' | 'capacity' | 'cost' | 'bill')
  | ('down' | 'conflicts' | 'lag' | 'points')

export interface TimelineView {
  /** The axis shows only this; null = the whole run. */
  zoom: Stretch | null
  /** Drawn with the pointer, and not yet used for anything. */
  brush: Stretch | null
  /** Played again and again. */
  loop: Stretch | null
  hiddenShapes: readonly Mark['shape'][]
  /** Slow motion by itself round a marked moment. */
  slowsDown: boolean
  shownCharts: readonly ChartName[]
  isTable: boolean
}

export const timelineView = create<TimelineView>()(() => ({
  zoom: null,
  brush: null,
  loop: null,
  hiddenShapes: [],
  slowsDown: false,
  shownCharts: ['commits', 'latency', 'capacity', 'cost'],
  isTable: false,
}))

/** Two instants in either order, at least a microsecond apart. */
export function stretchOf(one: Micros, other: Micros): Stretch {
  const [from, to] = one < other ? [one, other] : [other, one]
  return { from: Math.max(0, Math.round(from)), to: Math.max(Math.round(to), Math.round(from) + 1) }
}
