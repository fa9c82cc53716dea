/**
 * Which range? One load played for ranges of Serverless v2 and for a fixed instance: what is asked
 * of the laboratory, and a row of figures for each choice. All rows bill the same items.
 */
import type { DemandWorkload, Scenario } from './scenario.ts'
import type { DurationText, Micros } from './units.ts'

/** Capacities in ACU; an instance pauses only with a minimum of 0. */
export type RangeChoice =
  | { kind: 'range'; min: number; max: number; pauseAfter: DurationText }
  | { kind: 'fixed'; class: string }

export interface WhichRangeRequest {
  seed: number
  load: Omit<DemandWorkload, 'id' | 'kind' | 'on'>
  /** How long a client waits for a connection. */
  connectTimeout: DurationText
  /** How much model time is played. */
  until: DurationText
  /** In the order in which they are played. */
  choices: RangeChoice[]
}

export interface RangeRow {
  choice: RangeChoice
  /** What was run, to open on the stage. */
  scenario: Scenario
  micros: Micros
  /** Whole transactions: answered at once, late, and not at all. */
  prompt: number
  late: number
  refused: number
  /** How often it woke, and how long that took, together. */
  wakes: number
  wakingMicros: Micros
  pausedMicros: Micros
  /** By the range, or by the class. */
  maxConnections: number
  /** Mean of what is reported, asleep included, in ACU; of a fixed instance what it has. */
  meanAcu: number
  /** Dollars as decimal text, the same items in every row. */
  cost: { compute: string; storage: string; io: string; total: string }
}

export interface WhichRangeAnswer {
  rows: RangeRow[]
}
