/**
 * Aurora Serverless v1 as it crosses every wall: its states, what stands in the way of a scaling
 * point, its facts, its settings, and what a frame shows of it. Capacities are micro-ACU.
 */
import type { ApplicationId, InstanceId } from './ids.ts'
import type { Micros, Ppm } from './units.ts'

export type V1State = 'running' | 'searching' | 'switching' | 'paused' | 'resuming' | 'recreating'

export type V1Blocker = 'transaction' | 'statement' | 'tableLock' | 'temporaryTable'

/** Why another capacity is looked for. */
export type V1Wish = 'cpu' | 'connections' | 'low' | 'command' | 'maintenance'

export type V1Action = 'rollback' | 'force'

/** Notable facts. */
export interface ServerlessV1Facts {
  SearchBegan: { instance: InstanceId; from: number; acu: number; because: V1Wish }
  /** Who stands in the way now: sessions, and for each its reason. */
  ScalingPointBlocked: { instance: InstanceId; sessions: string[]; because: V1Blocker[] }
  ScalingPointFound: { instance: InstanceId; acu: number; searchedMicros: Micros }
  SearchEnded: {
    instance: InstanceId
    acu: number
    action: V1Action | 'cancel' | 'abandon'
    searchedMicros: Micros
  }
  /** `dropped`: temporary tables and table locks that went with their sessions. */
  ChangeForced: {
    instance: InstanceId
    acu: number
    aborted: number
    dropped?: number
    error: string
  }
  RecreationBegan: { instance: InstanceId; takesMicros: Micros }
  /** A client's own patience is shorter than the resume. */
  FirstTryFailed: { application: ApplicationId; instance: InstanceId; waitedMicros: Micros }
}

/** What only clusters of this generation have resolved: ratios in millionths, micros, counts. */
export interface V1Setup {
  /** Listed capacities, ascending. */
  steps: number[]
  timeoutMicros: Micros
  onTimeout: V1Action
  values: V1Values
}

export type V1ParameterName =
  | 'serverlessV1.evaluate'
  | 'serverlessV1.upCpu'
  | 'serverlessV1.upConnections'
  | 'serverlessV1.downCpu'
  | 'serverlessV1.downConnections'
  | 'serverlessV1.upCooldown'
  | 'serverlessV1.downAfterUp'
  | 'serverlessV1.downAfterDown'
  | 'serverlessV1.launchRules'
  | 'serverlessV1.launchAttempts'
  | 'serverlessV1.launchAttemptSpacing'
  | 'serverlessV1.quietStatementAge'
  | 'serverlessV1.attach'
  | 'serverlessV1.switchStall'
  | 'serverlessV1.resume'
  | 'serverlessV1.deepResume'
  | 'serverlessV1.recreate'
  | 'serverlessV1.recreateNoCapacity'
  | 'serverlessV1.noCapacity'
  | 'billing.acuHourV1'

export type V1Values = Record<V1ParameterName, number>

export interface V1BlockerView {
  session: string
  because: V1Blocker
  /** Of a table: which one. */
  table?: string
  openMicros: Micros
}

export interface V1SearchView {
  from: number
  target: number
  because: V1Wish
  since: Micros
  timeoutMicros: Micros
  onTimeout: V1Action
  /** Until the host from the warm pool is attached; 0 = it is. */
  attachLeftMicros: Micros
  /** No host can be had in its zone. */
  isPoolEmpty: boolean
  attempts: number
  blockers: V1BlockerView[]
}

/** Of an instance of this generation, beside its capacity. */
export interface V1View {
  state: V1State
  since: Micros
  steps: number[]
  /** What it comes back with. */
  saved: number
  search: V1SearchView | null
  lastEnd: V1Action | 'cancel' | 'abandon' | null
  /** Means of the last window; null = none yet. */
  means: { cpuPpm: Ppm; connectionsPpm: Ppm } | null
  /** Until the next look at the means. */
  evaluateLeftMicros: Micros
  /** Until a step up, and a step down, may be taken, and of how long in all. */
  upLeftMicros: Micros
  upOfMicros: Micros
  downLeftMicros: Micros
  downOfMicros: Micros
  uptimeMicros: Micros
  /** Requests that the router holds. */
  held: number
  /** Where resume or re-creation ends; 0 = neither. */
  endsAt: Micros
  switches: number
  timeouts: number
  forced: number
  aborted: number
  /** Temporary tables and table locks lost. */
  dropped: number
  /** Awake since, and what of the least that is billed is still to come. */
  activeSince: Micros
  owedMicros: Micros
}
