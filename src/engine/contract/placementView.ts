/**
 * What a frame shows of placement: which application, or shard of one, uses which instances and by
 * which name, how it looks after itself, and what it feels: commits, conflicts, errors.
 */
import type { ApplicationId, EndpointId, InstanceId } from './ids.ts'
import type { RollbackCause } from './refusals.ts'
import type { EndpointKind, Route } from './scenario.ts'
import type { Micros } from './units.ts'

/** Counts since the start of the run. */
export interface PlacementCounts {
  commits: number
  /** Rolled back with an error, by cause; in Multi-Master only. */
  conflicts: Record<RollbackCause, number>
  /** Reads of a value of which another writer had committed a newer one. */
  staleReads: number
  /** Tries after 1213, and errors that reached users. */
  retried: number
  errors: number
}

/** A check of an instance by its application. */
export interface HealthCheckView {
  instance: InstanceId
  /** Checks in a row without an answer in time. */
  misses: number
  /** So many that it counts as gone. */
  isGone: boolean
}

export interface PlacedView {
  id: ApplicationId
  table: string
  /** First and last row that it uses; null = the whole table. */
  rows: [number, number] | null
  writes: number
  route: Route
  /** Its custom endpoint, else ''. */
  endpoint: EndpointId | ''
  /** Sessions by instance, in the order of the instances; the map lights these. */
  sessionsOn: number[]
  standby: InstanceId[]
  /** Null: it does not look after itself. */
  checks: HealthCheckView[] | null
  pauseMicros: Micros
  /** It has lost its instance and takes over at this instant; null = it does not wait. */
  takesOverAt: Micros | null
  totals: PlacementCounts
  /** The same for the last `windowMicros`. */
  recent: PlacementCounts
}

export interface EndpointView {
  id: EndpointId | 'cluster' | 'reader'
  kind: EndpointKind | 'cluster'
  members: InstanceId[]
  /** Members that a connection may get now. */
  leadsTo: InstanceId[]
}

export interface PlacementView {
  /**
   * Of applications that change something: `activePassive` one writer is used · `divided` each
   * page by one writer only · `overlapping` pages are used by several · `inTurn` some take turns ·
   * `idle` there are none · `byName` one writer, and readers.
   */
  shape: 'activePassive' | 'divided' | 'overlapping' | 'inTurn' | 'idle' | 'byName'
  applications: PlacedView[]
  endpoints: EndpointView[]
  /** How often an application with health checks asks. */
  checkMicros: Micros
  /** Model time over which `recent` was counted, at most a second. */
  windowMicros: Micros
}
