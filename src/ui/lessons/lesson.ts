/**
 * The shape of every lesson: data over the live stage. A step shows an instant of a story and says
 * what to see there; it may ask for a prediction, which the run itself judges, or set a goal, which
 * facts decide. Words are keys of the catalogue.
 */
import type { FactKey } from '../../engine/contract/facts.ts'
import type { ApplicationId, InstanceId } from '../../engine/contract/ids.ts'
import type { FactPattern } from '../../engine/contract/pattern.ts'
import type { Micros, SpeedText } from '../../engine/contract/units.ts'

export interface Lesson {
  name: string
  /** A question. */
  title: string
  /** What is taught and can be had no more wears this: a term and the words that open it. */
  retired: { term: string; words: string } | null
  steps: readonly Step[]
}

export interface Step {
  id: string
  title: string
  words: string
  story: string
  /** The instant shown first. */
  at: Micros
  /** From there it plays on by itself to here and waits. */
  playTo?: Micros
  /** Controls of the stage that are lit, by id. */
  lit?: readonly string[]
  /** The control that is brought into sight on a small stage. */
  look: string
  exhibit?: Exhibit
  prediction?: Prediction
  goal?: Goal
}

/** What stands in the panel beside the words. */
export interface Exhibit {
  kind: 'rowsOnPages'
  table: string
  changes: readonly RowChange[]
}

export interface RowChange {
  session: ApplicationId
  on: InstanceId
  row: number
}

export interface Prediction {
  question: string
  choices: readonly Choice[]
  /** Once it is given the story plays on to here; what lies between decides. */
  revealTo: Micros
  because: ReasonKind
}

/** Right when every pattern holds of the facts of this very run. */
export interface Choice {
  id: string
  words: string
  holds: readonly FactPattern[]
}

/** How the page tells, from facts alone, why it came as it did. */
export type ReasonKind = 'pageCheck'

export interface Goal {
  /** All must hold, from the instant of the step on. */
  holds: readonly FactPattern[]
  /** Any of these ends the attempt; its sentence is this key and the cause that the fact names. */
  fails: readonly FactPattern[]
  failed: string
  passed: string
  act: TwoChanges
}

/** Two sessions change one row each; the second as long after the first as one chooses. */
export interface TwoChanges {
  kind: 'twoChanges'
  table: string
  changes: readonly [RowChange, RowChange]
  /** The first is chosen at the start. `speed`: at which one watches until the second begins. */
  delays: readonly { words: string; micros: Micros; speed: SpeedText }[]
}

/** The kinds of fact that tell a reason. */
export type Evidence = readonly FactKey[]
