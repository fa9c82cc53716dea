/** What is asked and what was played so far; kept while the dialog is closed. */
import { create } from 'zustand'
import type { CurveShape } from '../../../engine/contract/demandCurve.ts'
import type { RangeRow, WhichRangeRequest } from '../../../engine/contract/whichRange.ts'

export type Load = WhichRangeRequest['load']

/** `own`: the load of the run on the stage. */
export interface LoadChoice {
  shape: CurveShape | 'own'
  low: number
  high: number
}

/** A shape and what the range and the instance came to under it. */
export interface ShapeRows {
  shape: CurveShape
  range: RangeRow
  fixed: RangeRow
}

export interface RangeState {
  load: LoadChoice
  min: number
  max: number
  /** As the engine reads it. */
  pauseAfter: string
  connectTimeout: string
  class: string
  state: 'idle' | 'running' | 'done' | 'calledOff' | 'failed'
  done: number
  all: number
  problem: string
  /** All of one load; a change of it clears them. */
  rows: RangeRow[]
  shapes: ShapeRows[]
}

export const rangeStore = create<RangeState>()(() => ({
  load: { shape: 'own', low: 0.5, high: 6 },
  min: 0,
  max: 8,
  pauseAfter: '300s',
  connectTimeout: '10s',
  class: 'db.r6g.large',
  state: 'idle',
  done: 0,
  all: 0,
  problem: '',
  rows: [],
  shapes: [],
}))
