/**
 * Commands: imperative, from a user or a scenario to the engine, and the only way to change what
 * happens. They are recorded with the instant at which they were given. A refused command is a
 * fact and leaves no other trace. Fields are as people write them (durations with units).
 */
import type { WrittenPoint } from './demandCurve.ts'
import type { FaultKind } from './faults.ts'
import type { ApplicationId, EndpointId, InstanceId, NodeId, SegmentId, TargetId } from './ids.ts'
import type { MigrationPlan, ModifyChange } from './modify.ts'
import type { V2Call, V2Feature } from './serverlessV2.ts'
import type { DurationText, Micros } from './units.ts'

/** `INSTANCE_RAW`: what this writer knows; `REGIONAL_RAW`: first catch up with the others. */
export type ReadMode = 'INSTANCE_RAW' | 'REGIONAL_RAW'

/** Where requests go; `round-robin` = to the next writer for each transaction. */
export type Place = InstanceId | EndpointId | 'cluster' | 'reader' | 'round-robin'

export interface Commands {
  InjectFault: {
    fault: FaultKind
    target: TargetId
    factor?: number
    ratio?: number
    minMillis?: number
    maxMillis?: number
    page?: number
    /** Heals by itself after this long. */
    for?: DurationText
  }
  HealFault: { fault: FaultKind; target: TargetId }
  /** Heals every fault in force, in the order in which they came. */
  HealAll: Record<never, never>
  /** Which instance or endpoint an application, or a shard, uses from now on; no data moves. */
  SetPlacement: { workload: ApplicationId; on: Place }
  /** Whether an application looks after itself, and by which plan. */
  SetHealthCheck: {
    workload: ApplicationId
    isOn: boolean
    standby?: InstanceId[]
    pause?: DurationText
  }
  /** Read consistency of an application's sessions (`aurora_mm_session_consistency_level`). */
  SetReadMode: { workload: ApplicationId; mode: ReadMode }
  /** One transaction of a named session, by rows: reads first, then changes, then commit. */
  RunTransaction: {
    session: ApplicationId
    on: InstanceId
    table: string
    read?: number[]
    write?: number[]
    mode?: ReadMode
  }
  /** A change of a table's definition, given to any writer. */
  RunDdl: { on: InstanceId; table: string }
  /** Moves the fluid demand from now on: a level, or null = back to its curve. */
  SetDemand: { workload: ApplicationId; level: number | null }
  /** Draws another curve for the fluid demand, followed from now on; null = back to its own. */
  SetCurve: { workload: ApplicationId; points: WrittenPoint[] | null; repeat?: DurationText }
  /** The range of all serverless instances of the cluster, in ACU. */
  SetCapacityRange: { min: number; max: number }
  /** Serverless v1: a search for a scaling point at which to have this listed capacity. */
  SetCapacity: { acu: number; timeout?: DurationText; onTimeout?: 'rollback' | 'force' }
  /** Serverless v1: looks for a scaling point for seven days, then forces. */
  BeginMaintenance: Record<never, never>
  /** Serverless v2: one call to an instance, else to the writer; some wake it. */
  CallCluster: { call: V2Call; instance?: InstanceId }
  /** Serverless v2: a feature that holds capacity up or keeps the cluster awake. */
  SetFeature: { feature: V2Feature; isOn: boolean }
  /** Serverless v2, to compare: another platform version from now on. */
  SetPlatform: { platform: 2 | 3 | 4 }
  /** Serverless v2: ACU that other customers have reserved on the host of an instance. */
  SetNeighbours: { instance: InstanceId; acu: number }
  /** Serverless v2: the whole cluster is stopped, and started again. */
  StopCluster: Record<never, never>
  StartCluster: Record<never, never>
  /** Adds, removes or promotes an instance, or gives it another class or tier. */
  ModifyCluster: { change: ModifyChange; instance: InstanceId; class?: string; tier?: number }
  /** Runs a plan that makes the writer one of this class; `onto`: the place of a new instance. */
  StartMigration: {
    plan: MigrationPlan
    class: string
    onto?: InstanceId
    /** `threeStages`: the class between; default: the one that the place is kept for. */
    via?: string
    /** The old writer stays: as a reader, or as the blue cluster that was switched away from. */
    keepsOld?: boolean
  }
  /** No further step is begun; what has been done stays. */
  AbortMigration: Record<never, never>
  /**
   * Replaces a copy by one on another node of its zone: `onto`, else the one that hosts fewest.
   * Its zone must have a host to spare.
   */
  ReplaceSegment: { segment: SegmentId; onto?: NodeId }
  /** `3/4` after a long loss of a zone, for every group; `4/6` when the zone is back. */
  ChangeQuorum: { model: '3/4' | '4/6' }
  /** Changes how many sessions an application has and how long they think. */
  SetWorkload: { workload: ApplicationId; sessions?: number; think?: DurationText }
  /**
   * Statements typed in the console of a session, which is opened when it is first named. `on`: an
   * instance or an endpoint; left out, the session stays where it is, first the cluster endpoint.
   */
  RunSql: { session: string; on?: InstanceId | 'cluster' | 'reader'; text: string }
  /**
   * An experiment: one message on its way, by its number, is lost, comes later `by` so much (10 ms
   * unless said), or comes twice.
   */
  InterceptMessage: { message: number; how: 'drop' | 'delay' | 'duplicate'; by?: DurationText }
}

export type CommandName = keyof Commands
export type Command = { [K in CommandName]: { do: K } & Commands[K] }[CommandName]

/** A command and the instant at which it was given: after all events at or before it. */
export interface StampedCommand {
  at: Micros
  command: Command
}

/** Why something was refused: a key of the sentence catalogue and its numbers. */
export interface Reason {
  key: string
  parameters: Parameters
}

/** Parameters of a sentence: plain values only. */
export type Parameters = Record<string, string | number | boolean | string[] | number[]>

export type CommandOutcome = { accepted: true } | { accepted: false; reason: Reason }
