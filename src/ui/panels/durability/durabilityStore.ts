/** What is asked and what came of it; kept while the dialog is closed. */
import { create } from 'zustand'
import type {
  DurabilityAnswer,
  DurabilityMeasure,
  FailureTimes,
} from '../../../engine/contract/durability.ts'
import { openingTimes } from './timeStops.ts'

export interface DurabilityState {
  state: 'idle' | 'running' | 'done' | 'calledOff' | 'failed'
  times: FailureTimes
  along: keyof FailureTimes
  isZoneGone: boolean
  isOneAtATime: boolean
  /** Drawn for each dot. */
  histories: number
  seed: number
  measure: DurabilityMeasure
  done: number
  all: number
  /** The newest, also while the next is worked out. */
  answer: DurabilityAnswer | null
  /** What the answer was asked with, for its axis. */
  asked: keyof FailureTimes
  /** Why it failed. */
  problem: string
}

export const durabilityStore = create<DurabilityState>()(() => ({
  state: 'idle',
  times: openingTimes,
  along: 'repair',
  isZoneGone: false,
  isOneAtATime: true,
  histories: 3_000,
  seed: 1,
  measure: 'lost',
  done: 0,
  all: 0,
  answer: null,
  asked: 'repair',
  problem: '',
}))
