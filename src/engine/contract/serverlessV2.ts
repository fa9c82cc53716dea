/**
 * What Aurora Serverless v2 has beside its control loop, as it crosses every wall: features that
 * hold capacity up or keep it awake, single calls that may wake it, memory that runs out, the host
 * inside, a cluster that is stopped. Capacities are micro-ACU.
 */
import type { InstanceId } from './ids.ts'
import type { Micros, Ppm } from './units.ts'

/** Switched on for the whole cluster. */
export type V2Feature =
  | 'performanceInsights'
  | 'globalPrimary'
  | 'globalSecondary'
  | 'enlargedLimits'
  | 'logicalReplication'
  | 'binlogReplication'
  | 'zeroEtl'
  | 'babelfish'
  | 'proxy'

/** Asked once, by a client (the first two) or by an administrator. */
export type V2Call =
  | 'wrongPassword'
  | 'dataApi'
  | 'parameterGroup'
  | 'readLogs'
  | 'backtrack'
  | 'clone'
  | 'upgrade'
  | 'snapshot'

/** A Data API call does not wait for a resume, and a stopped cluster is not woken by anything. */
export type V2Answer = 'done' | 'refused' | 'resuming' | 'stopped'

/** Notable facts. */
export interface ServerlessV2Facts {
  CallAnswered: { call: V2Call; instance: InstanceId; answer: V2Answer }
  /** Memory needed was above the maximum for too long; `need` and `max` in decimal ACU. */
  OutOfMemory: { instance: InstanceId; need: number; max: number }
  MemoryRelieved: { instance: InstanceId }
  /** `reserved` on the host left, decimal ACU; the capacity is frozen at `acu` meanwhile. */
  MigrationBegan: {
    instance: InstanceId
    from: string
    to: string
    because: 'heat' | 'chance'
    reserved: number
    acu: number
  }
  InstanceMigrated: { instance: InstanceId; to: string; tookMicros: Micros }
  ClusterStopped: { instances: InstanceId[] }
  ClusterStarting: { because: 'command' | 'sevenDays'; takesMicros: Micros }
  ClusterStarted: { tookMicros: Micros }
}

export type V2ParameterName =
  | 'serverlessV2.poolSharePostgresql'
  | 'serverlessV2.poolSharePostgresqlSmall'
  | 'serverlessV2.floorPerformanceInsights'
  | 'serverlessV2.floorGlobalDatabase'
  | 'serverlessV2.floorEnlargedLimits'
  | 'serverlessV2.outOfMemoryAfter'
  | 'serverlessV2.startStopped'
  | 'serverlessV2.inside'
  | 'serverlessV2.migrationProbability'
  | 'serverlessV2.hostSize'
  | 'serverlessV2.heatThreshold'
  | 'serverlessV2.migration'

export type V2Values = Record<V2ParameterName, number>

/** What only clusters of this generation have resolved. */
export interface V2Setup {
  features: V2Feature[]
  /** What this edition has, in the order shown. */
  offered: V2Feature[]
  values: V2Values
}

/** A host of the fleet that is shown: illustrative, no such number is published. */
export interface HostView {
  id: string
  /** Reserved by other customers, and by instances of this cluster. */
  others: number
  ours: { id: InstanceId; reserved: number }[]
  isHot: boolean
}

/** Of one instance, beside its capacity. */
export interface V2View {
  /** Monitoring figures (V2-8): of what the maximum has, not of what there is now. */
  acuUtilizationPpm: Ppm
  cpuUtilizationPpm: Ppm
  /** Bytes that would be free at the maximum; null = asleep it reports none. */
  freeableBytes: number | null
  /** What the present maximum would admit after a reboot; null = the same as now. */
  afterReboot: number | null
  /** Pages that the cache holds, has room for now, and would need for all tables. */
  pool: { held: number; room: number; wanted: number; bytes: number }
  /** Memory needed has been above the maximum for so long; 0 = it is not. */
  shortMicros: Micros
  isIncompatible: boolean
  stop: 'stopping' | 'stopped' | 'starting' | null
  /** Moves to another host until then, its capacity frozen; null = it does not. */
  migration: { from: string; to: string; endsAt: Micros } | null
}

/** Of the cluster. */
export interface V2ClusterView {
  platform: 2 | 3 | 4
  features: V2Feature[]
  /** What this edition has. */
  offered: V2Feature[]
  /** What the features hold capacity above; 0 = nothing. */
  floor: number
  /** Since when it is stopped or starting, and where that ends by itself. */
  stop: { state: 'stopping' | 'stopped' | 'starting'; since: Micros; endsAt: Micros } | null
  /** Empty: nobody looks inside. */
  hosts: HostView[]
  hostSize: number
  heatAt: number
  migrations: number
  scaleUps: number
}
