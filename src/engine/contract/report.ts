/** What a run came to: the same from page and command line (Formats §5). */
import type { FactPattern } from './pattern.ts'
import type { GroupId, InstanceId, SegmentId, ApplicationId } from './ids.ts'
import type { Lsn, Micros } from './units.ts'

export interface Report {
  digest: string
  at: Micros
  events: number
  scenario: string
  seed: number
  statements: never[]
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
    epoch: number
    geometryEpoch: number
    groups: {
      id: GroupId
      membershipEpoch: number
      writeQuorum: boolean
      readQuorum: boolean
      pgcl: Lsn
      segments: { id: SegmentId; scl: Lsn; state: 'up' | 'down' | 'unreachable' }[]
    }[]
    vcl: Lsn
    vdl: Lsn
    lowestReadPoint: Lsn
    highestLsn: Lsn
  }
  instances: {
    id: InstanceId
    role: 'writer' | 'reader'
    status: 'open' | 'opening' | 'down' | 'paused' | 'resuming'
    commits: number
    latencyP50Micros: Micros
    latencyP99Micros: Micros
    lagMicros: Record<string, Micros>
  }[]
  availability: {
    writeMicros: Micros
    readMicros: Micros
    clients: { id: ApplicationId; downMicros: Micros; errors: number }[]
  }
  capacity: never[]
  cost: { compute: string; storage: string; io: string; total: string } | null
  laws: {
    checked: string[]
    broken: { id: string; at: Micros; key: string; parameters: Record<string, string | number> }[]
  }
  anomalies: never[]
  expectations: { pattern: FactPattern; held: boolean; found: number }[]
}
