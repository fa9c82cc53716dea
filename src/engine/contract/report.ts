/** What a run came to: the same from page and command line (Formats §5). */
import type { RunAnomaly } from './history.ts'
import type { FactPattern } from './pattern.ts'
import type { GroupId, InstanceId, SegmentId, ApplicationId } from './ids.ts'
import type { StatementRecord } from './sql.ts'
import type { Lsn, Micros } from './units.ts'
import type { WireView } from './volumeDetailView.ts'

/** One number, or in Multi-Master one for each writer: `{ w1: … }`. */
export type PerWriter<T> = T | Record<InstanceId, T>

/** What one application felt; `errors` reached its users, `errorCounts` is by number. */
export interface ReportedClient {
  id: ApplicationId
  downMicros: Micros
  errors: number
  errorCounts: Record<string, number>
  unknown: number
  staleReads: number
  worstStaleMicros: Micros
  /** From the last loss of connections to nine tenths of the pace before; null = not yet. */
  recoveredMicros: Micros | null
}

export interface Report {
  digest: string
  at: Micros
  events: number
  scenario: string
  seed: number
  /** Typed SQL, in the order of being submitted; the newest 10,000. */
  statements: StatementRecord[]
  transactions: {
    committed: number
    rolledBack: number
    retried: number
    unknown: number
    open: number
  }
  conflicts: {
    inFlight: number
    staleBase: number
    noWinner: number
    rowOwned: number
    deadlock: number
    lockTimeout: number
  }
  volume: {
    epoch: PerWriter<number>
    geometryEpoch: number
    groups: {
      id: GroupId
      membershipEpoch: number
      writeQuorum: boolean
      readQuorum: boolean
      pgcl: PerWriter<Lsn>
      segments: { id: SegmentId; scl: PerWriter<Lsn>; state: 'up' | 'down' | 'unreachable' }[]
    }[]
    vcl: PerWriter<Lsn>
    vdl: PerWriter<Lsn>
    lowestReadPoint: PerWriter<Lsn>
    highestLsn: PerWriter<Lsn>
    /** Single-master only: redo sent to storage, beside a mirrored MySQL. */
    wire?: WireView
  }
  instances: {
    id: InstanceId
    role: 'writer' | 'reader'
    status: 'open' | 'opening' | 'down' | 'paused' | 'resuming'
    /** Serverless only: reported capacity, decimal ACU. */
    acu?: number
    commits: number
    latencyP50Micros: Micros
    latencyP99Micros: Micros
    lagMicros: Record<string, Micros>
  }[]
  availability: {
    writeMicros: Micros
    readMicros: Micros
    /** Nothing could be committed. */
    withoutWriterMicros: Micros
    /** Transactions that a loss interrupted, undone since. */
    undone: number
    staleReads: number
    worstStaleMicros: Micros
    clients: ReportedClient[]
  }
  /** Reported capacity of serverless instances: at the start and whenever it changed. */
  capacity: { at: Micros; instance: InstanceId; acu: number }[]
  /** Minimums are part of compute. */
  cost: { compute: string; storage: string; io: string; total: string }
  laws: {
    checked: string[]
    broken: { id: string; at: Micros; key: string; parameters: Record<string, string | number> }[]
  }
  /** Of the run's own history; empty where nobody kept it. */
  anomalies: Pick<RunAnomaly, 'name' | 'transactions' | 'cycle'>[]
  expectations: { pattern: FactPattern; held: boolean; found: number }[]
}
