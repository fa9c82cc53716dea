/** The wish and how its search fares; kept while the dialog is closed, to be asked again. */
import { create } from 'zustand'
import type { Fact } from '../../../engine/contract/facts.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { firstWish, type Wish } from './wish.ts'
import type { WishProblem } from './readWish.ts'

export type Search =
  | { state: 'asking'; problems: WishProblem[]; refusal: string | null }
  | { state: 'running'; from: Micros; to: Micros }
  | { state: 'found'; fact: Fact; from: Micros }
  /** It did not come up to `limit`; `at` lies before it when the run itself ended there. */
  | { state: 'missed'; at: Micros; limit: Micros; from: Micros }
  | { state: 'calledOff'; at: Micros; from: Micros }

export const asking: Extract<Search, { state: 'asking' }> = {
  state: 'asking',
  problems: [],
  refusal: null,
}

export interface StopWhenState {
  wish: Wish
  search: Search
}

export const stopWhenStore = create<StopWhenState>()(() => ({ wish: firstWish, search: asking }))
