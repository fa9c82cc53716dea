/**
 * Changing a cluster that runs, as it crosses every wall: instances added, removed, of another
 * class, promoted; and migration as a plan of such steps. Only clusters that keep a place for
 * another instance have it.
 */
import type { InstanceId } from './ids.ts'
import type { Micros } from './units.ts'

export type ModifyChange = 'add' | 'remove' | 'class' | 'failover' | 'tier' | 'upgrade'

/**
 * `addFailover`: a new instance takes over · `inPlace`: the class of the writer is changed ·
 * `snapshot`: a new cluster from a snapshot, and then the applications turn to it · `engineMode`:
 * Serverless v1 only, to an instance class · `threeStages`: the same, then a newer engine, then a
 * serverless instance takes over · `blueGreen`: a copy that follows, and a switch to it.
 */
export type MigrationPlan =
  | 'addFailover'
  | 'inPlace'
  | 'snapshot'
  | 'engineMode'
  | 'threeStages'
  | 'blueGreen'

export type MigrationStep =
  | 'range'
  | 'add'
  | 'join'
  | 'failover'
  | 'restart'
  | 'settle'
  | 'remove'
  | 'backup'
  | 'snapshot'
  | 'restore'
  | 'cutover'
  | 'upgrade'
  | 'green'
  | 'catchUp'
  | 'switchover'
  | 'removeBlue'

export type MigrationOutcome = 'running' | 'done' | 'aborted'

/** Notable facts. */
export interface ModifyFacts {
  ModificationBegan: {
    change: ModifyChange
    instance: InstanceId
    class: string
    takesMicros: Micros
  }
  ModificationEnded: {
    change: ModifyChange
    instance: InstanceId
    class: string
    tookMicros: Micros
  }
  PlanBegan: { plan: MigrationPlan; class: string; steps: number }
  /** `downMicros`: the application that was without answers for longest. */
  PlanStepEnded: { step: MigrationStep; tookMicros: Micros; downMicros: Micros }
  PlanEnded: {
    plan: MigrationPlan
    outcome: MigrationOutcome
    tookMicros: Micros
    downMicros: Micros
    /** Both instances were billed. */
    overlapMicros: Micros
    /** Transactions committed after the snapshot, which the new cluster does not have. */
    notCarried: number
  }
}

export type ModifyParameterName =
  | 'modify.create'
  | 'modify.restart'
  | 'modify.snapshot'
  | 'modify.restore'
  | 'modify.cutover'
  | 'modify.upgrade'
  | 'modify.green'

export type ModifyValues = Record<ModifyParameterName, number>

/** What only clusters with a place for another instance have resolved. */
export interface ModifySetup {
  /** By instance: its class, or the one that it is added with. */
  classes: string[]
  /** By instance: its place is kept, and nothing is there yet. */
  spares: boolean[]
  /** By class; `serverless` has none. */
  vcpus: Record<string, number>
  values: ModifyValues
}

/** A place of the cluster: empty, or with an instance of this class. */
export interface PlaceView {
  id: InstanceId
  zone: string
  class: string
  /** Failover order of a reader: 0 first. */
  tier: number
  /**
   * `upgrading`: it starts with a newer engine · `green`: it follows and is no reader yet · `blue`:
   * the cluster has been switched away from it.
   */
  state: 'spare' | 'creating' | 'starting' | 'upgrading' | 'present' | 'green' | 'blue'
  since: Micros
  /** When it is through, as planned; 0 = nothing goes on. */
  endsAt: Micros
}

export interface StepView {
  step: MigrationStep
  /** -1 = not begun, not ended. */
  startedAt: Micros
  endedAt: Micros
  downMicros: Micros
}

export interface MigrationView {
  plan: MigrationPlan
  class: string
  outcome: MigrationOutcome
  startedAt: Micros
  /** -1 = it runs. */
  endedAt: Micros
  steps: StepView[]
  /** The application that was without answers for longest. */
  downMicros: Micros
  overlapMicros: Micros
  /** Committed since the snapshot, or between it and the turn; -1 = no snapshot was taken. */
  notCarried: number
}

export interface ModifyView {
  places: PlaceView[]
  /** What an instance may be of, `serverless` first. */
  classes: string[]
  /** It was Serverless v1, and has its engine still: too old for Serverless v2. */
  isOldEngine: boolean
  migration: MigrationView | null
}
