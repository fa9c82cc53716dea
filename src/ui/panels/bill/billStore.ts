/** What one asks of the bill: prices, payment, comparison; kept while the panel is closed. */
import { create } from 'zustand'
import type {
  BillAnswer,
  ComparedRange,
  ComparisonAnswer,
  PriceName,
  SizingQuestion,
} from '../../../engine/contract/bill.ts'
import type { Opened } from '../../../workers/api.ts'
import type { Family, PricedRow } from './rowsOf.ts'

export interface BillState {
  /** The run that all this is about. */
  opened: Opened | null
  answer: BillAnswer | null
  /** Why there is none. */
  problem: string
  prices: Partial<Record<PriceName, number>>
  backupGb: number
  isIoOptimized: boolean
  family: Family
  range: ComparedRange
  comparing: 'idle' | 'running' | 'done' | 'calledOff' | 'failed'
  share: number
  compared: ComparisonAnswer | null
  /** Priced as they stand. */
  rows: PricedRow[]
  sizing: SizingQuestion
}

export const billStore = create<BillState>()(() => ({
  opened: null,
  answer: null,
  problem: '',
  prices: {},
  backupGb: 0,
  isIoOptimized: false,
  family: 'r6g',
  range: { min: 0.5, max: 16 },
  comparing: 'idle',
  share: 0,
  compared: null,
  rows: [],
  sizing: { class: 'db.r6g.xlarge', cpuP95: 35, cpuMax: 72, storageGb: 500 },
}))
