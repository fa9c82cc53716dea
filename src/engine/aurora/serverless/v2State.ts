/**
 * What a cluster of Serverless v2 has beside its control loops: features, memory that ran short,
 * the hosts inside, and whether it is stopped. Absent until something of it is needed, so that
 * other runs know nothing of it. Lists go by instance, since capacities may come and go.
 */
import type { V2Feature } from '../../contract/serverlessV2.ts'
import type { FactId, Micros } from '../../contract/units.ts'
import type { Stream } from '../../kernel/streams.ts'

export interface ServerlessV2 {
  platform: 2 | 3 | 4
  features: V2Feature[]
  /** The command that changed them last. */
  featureFact: FactId
  /** The command that last filled a host; 0 = none did. */
  neighbourFact: FactId
  short: Short[]
  stop: Stop | null
  /** For the bill: every stop; only where an instance is provisioned, and once there was one. */
  stops?: { from: Micros; until: Micros | null }[]
  hosts: Hosts | null
}

/** Memory of one instance. Rule S16. */
export interface Short {
  /** Since when it needs more than the maximum has; -1 = it does not. */
  since: Micros
  isIncompatible: boolean
  restarts: number
}

/** Rule S19. */
export interface Stop {
  state: 'stopping' | 'stopped' | 'starting'
  since: Micros
  /** When it starts by itself, or answers again; 0 while it stops. */
  endsAt: Micros
  fact: FactId
}

/** Rule S22. Capacities in micro-ACU. */
export interface Hosts {
  hosts: Host[]
  /** By instance: index of its host; -1 = it has none. */
  placed: number[]
  moving: (Moving | null)[]
  stream: Stream
  /** What was reported when last looked at, to see growth; by instance. */
  seen: number[]
  scaleUps: number
  migrations: number
}

export interface Host {
  id: string
  zone: number
  /** Reserved by other customers. */
  others: number
}

export interface Moving {
  from: number
  to: number
  since: Micros
  endsAt: Micros
  /** It may not have more than what was reserved at the start. */
  limit: number
  fact: FactId
}
