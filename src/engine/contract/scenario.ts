/**
 * A scenario as people write it (Formats §1) and as the engine runs it (`Setup`: resolved to
 * integers, defaults filled in). `formats/parseScenario` checks the first and makes the second.
 */
import type { Command } from './commands.ts'
import type { ApplicationId, InstanceId } from './ids.ts'
import type { ParameterName, ParameterValues } from './parameters.ts'
import type { FactPattern } from './pattern.ts'
import type { DurationText, Micros, Ppm, SpeedText } from './units.ts'

export interface Scenario {
  version: 1
  name: string
  title: string
  question: string
  tags?: string[]
  seed?: number
  opensAt?: DurationText
  pace?: { from: DurationText; speed: SpeedText }[]
  cluster: {
    edition?: 'mysql' | 'postgresql'
    topology?: 'single-master' | 'multi-master'
    instances: {
      id: InstanceId
      az: 'a' | 'b' | 'c'
      role?: 'writer' | 'reader'
      class?: string
      tier?: number
    }[]
    volume?: { protectionGroups?: number; segments?: 'uniform' }
    /** Every tunable by its dotted name; durations as text, ratios 0 … 1, counts as numbers. */
    parameters?: Partial<Record<ParameterName, string | number>>
    whatIf?: boolean
  }
  tables?: {
    name: string
    columns?: string[]
    rows: number
    rowsPerPage?: number
    indexes?: string[]
  }[]
  workload?: {
    id: ApplicationId
    kind: 'sessions'
    on?: InstanceId
    sessions: number
    think: DurationText
    transaction: { reads?: number; writes?: number }
    keys: { table: string; pattern: 'uniform' | 'hot' | 'sequential'; hotShare?: number }
  }[]
  /** `at` is an instant, or `"1.2ms+"`: that long after the entry before. */
  script?: ({ at: DurationText } & Command)[]
  until?: DurationText
  expect?: FactPattern[]
}

/** The engine's own form: integers only. */
export interface Setup {
  name: string
  seed: number
  instances: { id: InstanceId; zone: number; role: 'writer' | 'reader'; vcpus: number }[]
  groupCount: number
  parameters: ParameterValues
  tables: { name: string; rows: number; rowsPerPage: number; firstPage: number; pages: number }[]
  workload: {
    id: ApplicationId
    on: InstanceId
    sessions: number
    thinkMicros: Micros
    reads: number
    writes: number
    /** Index into `tables`. */
    table: number
    pattern: 'uniform' | 'hot' | 'sequential'
    /** Share of accesses that go to the hot tenth of the rows; only for `hot`. */
    hotSharePpm: Ppm
  }[]
  script: { at: Micros; command: Command }[]
  untilMicros: Micros
  opensAtMicros: Micros
  pace: { from: Micros; speed: SpeedText }[]
}
