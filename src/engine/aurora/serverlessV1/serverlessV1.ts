/**
 * The state of Aurora Serverless v1 as plain data, beside what it shares with v2 (demand, CPU,
 * meter): one instance that is swapped for one of another listed size, when a scaling point is
 * found. Capacities are micro-ACU. Rules E.
 */
import type { V1Action, V1Blocker, V1State, V1View, V1Wish } from '../../contract/serverlessV1.ts'
import type { FactId, Micros } from '../../contract/units.ts'

export interface ServerlessV1 {
  state: V1State
  since: Micros
  /** What led to the present state. */
  fact: FactId
  /** Rises with the state, so that timers of an earlier one are stale. */
  turn: number
  /** What it has, or comes back with. */
  current: number
  search: Search | null
  lastEnd: V1View['lastEnd']
  /** When it was last scaled; -1 = never. */
  lastUpAt: Micros
  lastDownAt: Micros
  /** Samples of a second since the last look or change: sums of millionths. */
  window: { samples: number; cpu: number; connections: number }
  means: V1View['means']
  /** Requests that the router holds: rows of the message table. */
  held: number[]
  /** By application and session: when its connection was opened. */
  connectedAt: number[][]
  uptimeSince: Micros
  activeSince: Micros
  /** Where resume or re-creation ends. */
  endsAt: Micros
  /** Applications whose first try has failed since it was called. */
  impatient: number[]
  switches: number
  timeouts: number
  forced: number
  aborted: number
  /** Temporary tables and table locks lost; absent = none. */
  dropped?: number
}

/** For an instant at which another capacity may take over. */
export interface Search {
  target: number
  because: V1Wish
  since: Micros
  timeoutMicros: Micros
  action: V1Action
  /** From this instant on there is a host to switch to. */
  attachedAt: Micros
  attempts: number
  blockers: Blocker[]
}

export interface Blocker {
  session: string
  because: V1Blocker
  since: Micros
  /** Absent where no table is meant. */
  table?: string
}
