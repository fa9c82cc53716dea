/**
 * A run is a value: scenario, seed and commands stamped with model time (Formats §2). What came
 * later than a command given in the past is kept as another branch.
 */
import type { StampedCommand } from './commands.ts'
import type { Scenario } from './scenario.ts'
import type { Micros, SpeedText } from './units.ts'

export interface Branch {
  id: string
  /** The branch and the instant it left, null for the first. */
  from: { branch: string; at: Micros } | null
  /** Commands from the start of the run, those before the fork included. */
  commands: StampedCommand[]
}

export interface Recording {
  scenario: Scenario
  seed: number
  /** The present branch. */
  branch: string
  branches: Branch[]
}

/** What one was looking at. */
export interface View {
  at: Micros
  speed: SpeedText | null
  selection: string | null
}
