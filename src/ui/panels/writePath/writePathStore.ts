/** What is compared and what came of it; kept while the dialog is closed. */
import { create } from 'zustand'
import type { WritePathAnswer, WritePathRequest } from '../../../engine/contract/writePath.ts'

export interface WritePathState {
  state: 'idle' | 'running' | 'done' | 'calledOff' | 'failed'
  request: WritePathRequest
  /** The newest, also while the next is worked out. */
  answer: WritePathAnswer | null
  /** Why it failed. */
  problem: string
}

export const writePathStore = create<WritePathState>()(() => ({
  state: 'idle',
  request: { seed: 1, sessions: 4, writes: 4, pages: 20_000, isDiskDown: false },
  answer: null,
  problem: '',
}))
