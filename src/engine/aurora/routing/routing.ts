/**
 * Where the requests of applications go, as plain data: by which name or to which instance, how
 * each looks after itself, and what it has felt lately. Rules U.
 */
import type { RollbackCause } from '../../contract/refusals.ts'
import type { Route } from '../../contract/scenario.ts'
import type { FactId, Micros } from '../../contract/units.ts'

export interface Routing {
  /** By application. */
  clients: RoutedClient[]
  /** By custom endpoint: place in its list of the member named last. */
  turns: number[]
  /** Multi-Master: the instance to which the cluster endpoint leads. */
  leadsTo: number
  /** By instance: what told of its last crash; and what of the links that were cut last. */
  lossFacts: FactId[]
  cutFact: FactId
  /** When `recent` counts were noted, oldest first. */
  notedAt: Micros[]
}

export interface RoutedClient {
  route: Route
  /** Index of its custom endpoint; -1 = none. */
  endpoint: number
  /** Whose turn it is next, where all take turns. */
  turn: number
  /** Sessions that go elsewhere when they are answered. */
  movers: number[]
  /** Sessions that have been given a place; whoever comes later asks for one. */
  placed: number
  /** Null: it does not look after itself. */
  checks: HealthChecks | null
  /** Rises when its checks change, so that timers of earlier ones are stale. */
  round: number
  conflicts: Record<RollbackCause, number>
  /** One row of counts for each instant in `notedAt`. */
  noted: number[][]
}

export interface HealthChecks {
  /** Instances that it was told of, and those of them that it may use now, best first. */
  standby: number[]
  plan: number[]
  pauseMicros: Micros
  /** Number of the newest check. */
  lastCheck: number
  /** By instance: the check that is out (0 none), misses in a row, and since when. */
  out: number[]
  misses: number[]
  missedSince: Micros[]
  /** By instance: what told of the last miss. */
  facts: FactId[]
  /** When it takes over; -1 = it does not wait. */
  takesOverAt: Micros
}
