/**
 * A scenario as people write it (Formats §1) and as the engine runs it (`Setup`: resolved to
 * integers, defaults filled in). `formats/parseScenario` checks the first and makes the second.
 */
import type { Command, Place, ReadMode } from './commands.ts'
import type { DemandCurve, ResolvedCurve, WrittenPoint } from './demandCurve.ts'
import type { BillParameterName } from './bill.ts'
import type { ApplicationId, EndpointId, InstanceId } from './ids.ts'
import type { ModifySetup } from './modify.ts'
import type { ParameterName, ParameterValues } from './parameters.ts'
import type { FactPattern } from './pattern.ts'
import type { V1Action, V1Setup } from './serverlessV1.ts'
import type { V2Feature, V2Setup } from './serverlessV2.ts'
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
      /** A place that is kept for an instance to be added later. */
      spare?: true
    }[]
    volume?: { protectionGroups?: number; segments?: 'uniform' | 'full-tail' }
    /**
     * Custom endpoints: each connection goes to the next member. In Multi-Master of kind `writer`;
     * else `reader` (readers only) or `any` (UG-ep).
     */
    endpoints?: { id: EndpointId; kind: EndpointKind; members: InstanceId[] }[]
    /** Range of every instance of class `serverless`. */
    serverless?: {
      generation: 'v1' | 'v2'
      min?: number
      max?: number
      /** v1: null = never. */
      pauseAfter?: DurationText | null
      /** v2 only. */
      platform?: 2 | 3 | 4
      /** v2 only: what is switched on from the start. */
      features?: V2Feature[]
      /** v1 only: how long a scaling point is looked for, and what then. */
      timeout?: DurationText
      onTimeout?: V1Action
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

export type EndpointKind = 'reader' | 'writer' | 'any'

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
   * connection), a custom endpoint, or each writer in turn. Default: the first writer.
   */
  on?: Place
  /** Its requests to the cluster endpoint go through a proxy, which keeps its connections. */
  via?: 'proxy'
  sessions: number
  think: DurationText
  transaction: { reads?: number; writes?: number }
  /** `rows`: only this part of the table, from the first row (0) to the last; a tenant, a shard. */
  keys: { table: string; pattern: KeyPattern; hotShare?: number; rows?: [number, number] }
  /** Multi-Master: read consistency of its sessions. */
  mode?: ReadMode
  /** How long a transaction takes the CPU: always the same, or exponential around that. */
  service?: 'exponential'
  /** It looks after itself: it asks whether instances answer, and reroutes itself. */
  healthCheck?: HealthCheckPlan
}

/** What an application does when its instance no longer answers. */
export interface HealthCheckPlan {
  /** Who comes next, best first; without any it asks its endpoint again. */
  standby?: InstanceId[]
  /** It waits so long before it takes over (UG22: several seconds, if they can be spared). */
  pause?: DurationText
}

/** A fluid demand behind the sessions: a curve, linear between its points. */
export interface DemandWorkload {
  id: ApplicationId
  kind: 'demand'
  on?: InstanceId
  unit: 'ACU' | 'tps'
  /** Points or a shape, one of both; only points are begun anew by `repeat`. */
  points?: WrittenPoint[]
  repeat?: DurationText
  curve?: DemandCurve
  /** Connections that it holds while its level is above zero. */
  connections?: number
}

/** How an application finds its instance; `endpoint`: a custom one. */
export type Route = 'instance' | 'cluster' | 'reader' | 'endpoint' | 'round-robin'

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
    /** Absent: the usual class, or serverless. */
    class?: string
  }[]
  /** Custom endpoints, and the indices of their members. */
  endpoints?: { id: EndpointId; kind: EndpointKind; members: number[] }[]
  /** Null: no instance is serverless. Capacities in micro-ACU. */
  serverless: {
    minMicroAcu: number
    maxMicroAcu: number
    pauseAfterMicros: Micros
    platform: 2 | 3 | 4
    v1?: V1Setup
    v2?: V2Setup
  } | null
  /** Fluid demand; levels in micro-ACU of CPU demand, or in millionths of a transaction/s. */
  demand: (ResolvedCurve & {
    id: ApplicationId
    on: InstanceId
    unit: 'ACU' | 'tps'
    connections: number
  })[]
  /** Absent where no place is kept for another instance. */
  modify?: ModifySetup
  groupCount: number
  parameters: ParameterValues
  /** Prices of a bill that the scenario gives; the others are the standard ones. */
  prices?: Partial<Record<BillParameterName, number>>
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
    /** The rows that are its own; of `partitioned` those beside the hot ones. */
    own?: { first: number; rows: number }
    /** `scripted`: a named session that only runs what commands tell it. */
    kind: 'sessions' | 'scripted'
    route: Route
    /** Index into `endpoints` of its custom endpoint, if the route is one. */
    endpoint?: number
    mode: ReadMode
    /** Absent: it connects to instances itself. */
    isViaProxy?: true
    /** Absent: every transaction takes the CPU for the same time. */
    isServiceDrawn?: true
    /** Absent: it does not look after itself. Instances by index. */
    healthCheck?: { standby: number[]; pauseMicros: Micros }
  }[]
  script: { at: Micros; command: Command }[]
  untilMicros: Micros
  opensAtMicros: Micros
  pace: { from: Micros; speed: SpeedText }[]
}
