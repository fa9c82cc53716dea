/**
 * The state of a cluster that is changed while it runs, as plain data: the places for instances,
 * what is going on at each, and the plan that is carried out. Rules Z.
 */
import type { InstanceSpan } from '../../contract/bill.ts'
import type { MigrationOutcome, MigrationPlan, MigrationStep } from '../../contract/modify.ts'
import type { FactId, Micros } from '../../contract/units.ts'

export interface Modify {
  /** By instance. */
  places: Place[]
  /** Only after Serverless v1: its engine is still in force. */
  isOldEngine?: boolean
  migration: Migration | null
  /** Of provisioned instances, in the order in which they began. */
  spans: InstanceSpan[]
}

export interface Place {
  /** In force, or the one that it is created with. */
  class: string
  tier: number
  state: 'spare' | 'creating' | 'starting' | 'upgrading' | 'present' | 'blue'
  since: Micros
  /** 0 = nothing goes on. */
  endsAt: Micros
  /** Its process is not started by itself: nothing stands there, or its class is being changed. */
  isHeld: boolean
  /** Follows as the copy of a cluster: it neither answers readers nor takes over by itself. */
  isGreen?: boolean
  /** Rises with its state, so that timers of an earlier one are stale. */
  turn: number
  /** The command that changes it. */
  fact: FactId
}

export interface Migration {
  plan: MigrationPlan
  class: string
  /** In three stages: the class between. */
  via?: string
  outcome: MigrationOutcome
  /** Indices of the old writer and of the one that takes over; the same in place. */
  from: number
  onto: number
  startedAt: Micros
  endedAt: Micros
  steps: StepRun[]
  /** Index of the present step; as many as there are = none is left. */
  at: number
  /** By application: without answers so far when it began. */
  downAtStart: Micros[]
  downMicros: Micros
  overlapMicros: Micros
  /** Committed when the snapshot was taken; -1 = none was taken. */
  committedThen: number
  notCarried: number
  fact: FactId
}

export interface StepRun {
  step: MigrationStep
  startedAt: Micros
  endedAt: Micros
  /** By application, when the step began. */
  downAtStart: Micros[]
  downMicros: Micros
}
