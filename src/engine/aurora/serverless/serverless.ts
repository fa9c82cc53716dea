/**
 * The state of Aurora Serverless v2 as plain data: the range, one control loop an instance with its
 * growth allowance, the fluid demand behind the sessions, and the meter. Capacities are whole
 * micro-ACU. Rules S.
 */
import type { ResolvedCurve } from '../../contract/demandCurve.ts'
import type { Facts, PauseBlocker } from '../../contract/facts.ts'
import type { CapacityView } from '../../contract/serverlessView.ts'
import type { FactId, Micros, Ppm } from '../../contract/units.ts'
import type { Meter } from '../billing/meter.ts'
import type { ServerlessV1 } from '../serverlessV1/serverlessV1.ts'
import type { ServerlessV2 } from './v2State.ts'

export interface Serverless {
  min: number
  max: number
  /** When the range was last changed, -1 = never; and the command that did. */
  rangeChangedAt: Micros
  rangeFact: FactId
  capacities: Capacity[]
  demands: Demand[]
  /** By demand: a curve that a command drew. Only once there is one. */
  drawn?: (ResolvedCurve | null)[]
  /** By demand; only once something was late or refused. */
  missed?: Missed[]
  /** Provisioned instances that have a fluid demand; only if there are any. */
  fixed?: Served[]
  /** By instance; null = it is provisioned. */
  cpus: (CpuShare | null)[]
  meter: Meter
  /** Records of the redo log when traffic was last counted. */
  recordsSeen: number
  /** Of the last second. */
  redoBytes: number
  /** By application: the command that changed its work last; 0 = none. Rule S12. */
  workloadFacts: FactId[]
  /** Only of the first generation: the rest of its state. */
  v1?: ServerlessV1
  /** Only after it was left: what of the meter is to be paid as v1. */
  microAcuSecondsAsV1?: number
  /** Only of the second, and once it is needed: what it has beside the control loops. */
  v2?: ServerlessV2
}

/** What the control loop of one instance goes on with from tick to tick. Rule S3. */
export interface ControlLoop {
  exact: number
  target: number
  /** The growth allowance left. */
  tokens: number
  /** Low need for so long. */
  lowMicros: Micros
}

export type Because = Facts['CapacityChanged']['because']

/** What serves sessions and fluid demands with its CPUs. Rules S5 and S6. */
export interface Served {
  /** Index of its instance. */
  instance: number
  state: CapacityView['state']
  exact: number
  /** CPU in use over the last tick, by sessions and by the fluid demand, in micro-ACU. */
  usedBySessions: number
  usedByDemand: number
  connections: number
  /** Fixed at the start by the maximum then. */
  maxConnections: number
}

export interface Capacity extends ControlLoop, Served {
  since: Micros
  /** What led to its present state or target; the cause of the next change. */
  fact: FactId
  /** When it last had at least what it needed, and when at most. Rule S12. */
  enough: Asked
  scarce: Asked
  /** Rises with its state, so that timers of an earlier one are stale. */
  turn: number
  reported: number
  need: CapacityView['need']
  binding: CapacityView['binding']
  idleSince: Micros
  /** Who held a connection when last one was open: 1 sessions, 2 a fluid demand, added. */
  heldBy: number
  /** The command that took the last connection away; 0 = none did. Rule S12. */
  idleFact: FactId
  /** Not before this instant may it pause: an administrator woke it. */
  awakeUntil: Micros
  /** Since when it has asked for the least it may have; -1 = it asks for more. */
  quietSince: Micros
  blockers: PauseBlocker[]
  /** The blockers that were last told, joined. */
  toldBlockers: string
  /** Requests that wait for the resume: rows of the message table. */
  waiting: number[]
  /** Applications that gave up their first try in the present or last resume; only if any did. */
  impatient?: number[]
}

/** What was asked for at some instant, within which range. Rule S12. */
export interface Asked {
  /** In micro-ACU: what the sessions asked for, then each fluid demand. */
  by: number[]
  min: number
  max: number
  /** Of the resume that this instant was; 0 = none. */
  fact: FactId
}

/** How quickly the CPUs of an instance work for its sessions. Rule S5. */
export interface CpuShare {
  speedPpm: Ppm
  /** CPU time that sessions have asked for since the last tick, at full speed. */
  askedMicros: Micros
  /** What of it, and of earlier, was not done at the last tick. */
  undoneMicros: Micros
}

/** Of a fluid demand, since the start, in micro-ACU seconds. Rule S31. */
export interface Missed {
  /** Served later than in the second in which it came, or waiting still. */
  late: number
  refused: number
}

/** A fluid demand. Levels are millionths of its unit; work is micro-ACU seconds. Rule S6. */
export interface Demand {
  /** Index in the setup. */
  index: number
  instance: number
  /** Moved by a command to this level; -1 = it follows its curve. */
  movedTo: number
  /** The command that moved it last; 0 = none. */
  fact: FactId
  level: number
  /** Of the last second, in micro-ACU seconds. */
  offered: number
  answered: number
  backlog: number
}
