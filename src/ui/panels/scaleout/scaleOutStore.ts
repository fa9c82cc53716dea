/** The measurement and how far it is; kept while the dialog is closed. */
import { create } from 'zustand'
import type { ScaleOutLoad, ScaleOutPoint } from '../../../engine/contract/scaleOut.ts'
import type { Ppm } from '../../../engine/contract/units.ts'

export interface ScaleOutState {
  state: 'idle' | 'running' | 'done' | 'calledOff' | 'failed'
  seed: number
  points: ScaleOutPoint[]
  done: number
  all: number
  load: ScaleOutLoad | null
  /** The share that is looked at closely. */
  share: Ppm
  /** Why it failed. */
  problem: string
}

export const scaleOutStore = create<ScaleOutState>()(() => ({
  state: 'idle',
  seed: 1,
  points: [],
  done: 0,
  all: 0,
  load: null,
  share: 100_000,
  problem: '',
}))
