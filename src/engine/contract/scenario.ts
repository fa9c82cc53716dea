/**
 * A scenario as people write it (Formats §1) and as the engine runs it (`Setup`: resolved to
 * integers, defaults filled in). `formats/parseScenario` checks the first and makes the second.
 */
import type { Command, ReadMode } from './commands.ts'
import type { ApplicationId, InstanceId } from './ids.ts'
import type { ParameterName, ParameterValues } from './parameters.ts'
import type { FactPattern } from './pattern.ts'
import type { Dialect } from './sql.ts'
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
    volume?: { protectionGroups?: number; segments?: 'uniform' | 'full-tail' }
    /** Range of every instance of class `serverless`. */
    serverless?: {
      generation: 'v2'
      min?: number
      max?: number
      pauseAfter?: DurationText
      platform?: 2 | 3 | 4
    }
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
  workload?: (SessionsWorkload | DemandWorkload)[]
  /** `at` is an instant, or `"1.2ms+"`: that long after the entry before. */
  script?: ({ at: DurationText } & Command)[]
  until?: DurationText
  expect?: FactPattern[]
}

/**
 * `append`: new rows behind the last one; reads go to any row that is there. `partitioned`: the hot
 * tenth is for all, and of the others each application of the table has a part of its own.
 */
export type KeyPattern = 'uniform' | 'hot' | 'sequential' | 'append' | 'partitioned'

/** Discrete sessions: each thinks, asks for a transaction, waits, thinks again. */
export interface SessionsWorkload {
  id: ApplicationId
  kind: 'sessions'
  /**
   * One instance, the cluster endpoint, the reader endpoint (each open reader in turn, one for each
   * connection), or each writer in turn. Default: the first writer.
   */
  on?: InstanceId | 'cluster' | 'reader' | 'round-robin'
  sessions: number
  think: DurationText
  transaction: { reads?: number; writes?: number }
  keys: { table: string; pattern: KeyPattern; hotShare?: number }
  /** Multi-Master: read consistency of its sessions. */
  mode?: ReadMode
}

/** A fluid demand behind the sessions: a curve, linear between its points. */
export interface DemandWorkload {
  id: ApplicationId
  kind: 'demand'
  on?: InstanceId
  unit: 'ACU' | 'tps'
  points: [DurationText, number][]
  repeat?: DurationText
  /** Connections that it holds while its level is above zero. */
  connections?: number
}

/** The engine's own form: integers only. */
export interface Setup {
  name: string
  seed: number
  /** What statements are written in (reference multi-master, E7). */
  dialect: Dialect
  topology: 'single-master' | 'multi-master'
  instances: {
    id: InstanceId
    zone: number
    role: 'writer' | 'reader'
    vcpus: number
    /** Failover order of a reader: 0 first. */
    tier: number
    isServerless: boolean
  }[]
  /** Null: no instance is serverless. Capacities in micro-ACU. */
  serverless: {
    minMicroAcu: number
    maxMicroAcu: number
    pauseAfterMicros: Micros
    platform: 2 | 3 | 4
  } | null
  /** Fluid demand; levels in micro-ACU of CPU demand, or in millionths of a transaction/s. */
  demand: {
    id: ApplicationId
    on: InstanceId
    unit: 'ACU' | 'tps'
    points: { at: Micros; level: number }[]
    /** 0 = the curve stays at its last level. */
    repeatMicros: Micros
    connections: number
  }[]
  groupCount: number
  parameters: ParameterValues
  tables: {
    name: string
    rows: number
    rowsPerPage: number
    firstPage: number
    pages: number
    /** As people write them, `id int primary key` and `(balance)`; only SQL knows them. */
    columns: string[]
    indexes: string[]
  }[]
  workload: {
    id: ApplicationId
    on: InstanceId
    sessions: number
    thinkMicros: Micros
    reads: number
    writes: number
    /** Index into `tables`. */
    table: number
    pattern: KeyPattern
    /** Share of accesses that go to the hot tenth of the rows; for `hot` and `partitioned`. */
    hotSharePpm: Ppm
    /** The other rows that are its own; only for `partitioned`. */
    own?: { first: number; rows: number }
    /** `scripted`: a named session that only runs what commands tell it. */
    kind: 'sessions' | 'scripted'
    route: 'instance' | 'cluster' | 'reader' | 'round-robin'
    mode: ReadMode
  }[]
  script: { at: Micros; command: Command }[]
  untilMicros: Micros
  opensAtMicros: Micros
  pace: { from: Micros; speed: SpeedText }[]
}
