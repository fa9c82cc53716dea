/**
 * Which range? One load played for ranges of Serverless v2 and for one fixed instance: what is
 * asked of the laboratory, and a row of figures for each choice. All rows bill the same items.
 */
import type { DemandWorkload, Scenario } from './scenario.ts'
import type { DurationText, Micros } from './units.ts'

export interface RangeChoice {
  /** ACU. */
  min: number
  max: number
  /** Only with a minimum of 0. */
  pauseAfter: DurationText
}

export type Choice = ({ kind: 'range' } & RangeChoice) | { kind: 'fixed'; class: string }

export interface WhichRangeRequest {
  seed: number
  load: Omit<DemandWorkload, 'id' | 'kind' | 'on'>
  /** How long a client waits for a connection. */
  connectTimeout: DurationText
  /** How much model time is played. */
  until: DurationText
  /** In the order in which they are played. */
  choices: Choice[]
}

export interface RangeRow {
  choice: Choice
  /** What was run, to open on the stage. */
  scenario: Scenario
  micros: Micros
  /** Transactions: answered at once, late, and not at all. */
  prompt: number
  late: number
  refused: number
  /** How often it woke, and how long somebody waited for that, together. */
  wakes: number
  wakingMicros: Micros
  pausedMicros: Micros
  /** By the maximum, or by the class. */
  maxConnections: number
  /** Mean of the reported capacity while it lasted, in ACU; of a fixed instance what it has. */
  meanAcu: number
  /** Nano-dollars; the same items in every row. */
  cost: { compute: number; storage: number; io: number; total: number }
}

export interface WhichRangeAnswer {
  rows: RangeRow[]
}
