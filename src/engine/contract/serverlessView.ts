/**
 * What a frame shows of Aurora Serverless v2: capacity that follows need, what binds it, what it
 * may still grow by at once, why it does not pause, and what it has cost so far.
 */
import type { PauseBlocker } from './facts.ts'
import type { InstanceId } from './ids.ts'
import type { V1View } from './serverlessV1.ts'
import type { V2ClusterView, V2View } from './serverlessV2.ts'
import type { Micros, Ppm } from './units.ts'

/** Capacities are integer micro-ACU. */
export interface CapacityView {
  id: InstanceId
  state: 'active' | 'pausing' | 'paused' | 'resuming'
  since: Micros
  /** On the grid of half an ACU: reported and billed. */
  reported: number
  /** Between the grid's points, as the control loop has it. */
  exact: number
  min: number
  max: number
  target: number
  /** What each pressure asks for; the greatest binds. */
  need: { cpu: number; memory: number; network: number; floor: number }
  binding: 'cpu' | 'memory' | 'network' | 'floor'
  /** Growth allowance: what the token bucket holds, and holds at most. */
  allowance: number
  allowanceMax: number
  /** CPU in use, as a share of what it has now and of the maximum (the monitoring figure). */
  busyPpm: Ppm
  utilizationPpm: Ppm
  /** Low need for so long; capacity falls after `holdMicros`. */
  lowMicros: Micros
  holdMicros: Micros
  connections: number
  maxConnections: number
  /** Without a user connection for so long; pauses at `pauseAfterMicros`; 0 = never. */
  idleMicros: Micros
  pauseAfterMicros: Micros
  blockers: PauseBlocker[]
  /** Connections that wait for the resume. */
  waking: number
  /** Serverless v1: steps, the search for a scaling point, and who stands in its way. */
  v1?: V1View
  /** Serverless v2: monitoring figures, cache, memory and host. */
  v2?: V2View
}

export interface DemandView {
  id: string
  unit: 'ACU' | 'tps'
  /** In millionths of the unit. */
  level: number
  isMoved: boolean
  /** Asked for and answered, millionths of a transaction a second. */
  offered: number
  answered: number
  /** Late because the capacity is too small: the queue that the fluid part would have. */
  backlog: number
  /** Whole transactions so far: answered, but not within their second; and not at all. */
  late: number
  refused: number
  /** What it follows, unless moved: a hundred points or so, levels in millionths. */
  curve: [Micros, number][]
  repeatMicros: Micros
  isDrawn: boolean
}

export interface ServerlessView {
  instances: CapacityView[]
  v2?: V2ClusterView
  demand: DemandView[]
  meter: {
    /** Integral of the reported capacity: micro-ACU seconds. */
    microAcuSeconds: number
    acuHours: string
    /** Pages read from storage, and writes of up to 4 KB of redo. */
    ios: number
    /** Dollars as decimal text. */
    compute: string
    storage: string
    io: string
    total: string
    /** Micro-dollars for an ACU-hour, a GB-month, a million I/Os: static copies. */
    prices: { acuHour: number; storageGbMonth: number; ioMillion: number }
    isIoOptimized: boolean
    pausedMicros: Micros
  }
}
