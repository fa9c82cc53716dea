/**
 * What the worker needs of the engine: a machine that runs one world, and the readers and writers
 * of its formats. The real one stands in `realEngine`; tests bring a small one of their own.
 */
import type { Cause } from '../engine/contract/cause.ts'
import type { Command, CommandOutcome } from '../engine/contract/commands.ts'
import type { Description } from '../engine/contract/description.ts'
import type { Fact } from '../engine/contract/facts.ts'
import type { Frame } from '../engine/contract/frame.ts'
import type { SubjectId } from '../engine/contract/ids.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { Recording, View } from '../engine/contract/recording.ts'
import type { Report } from '../engine/contract/report.ts'
import type { Scenario, Setup } from '../engine/contract/scenario.ts'
import type { FactId, Micros } from '../engine/contract/units.ts'
import type { Problem } from './api.ts'

/** A checkpoint as the worker sees it: where it stands and how much memory it holds. */
export interface SavedRun {
  at: Micros
  /** Events executed and facts numbered up to here. */
  events: number
  facts: FactId
  bytes: number
  /** Plain state, known to the engine alone. */
  state: unknown
}

export interface RunOutcome {
  at: Micros
  events: number
  stopped: 'reached' | 'limit' | 'law' | 'asked'
}

export interface Machine {
  at(): Micros
  events(): number
  /** The last number given to a fact, told or not. */
  facts(): FactId
  delivered(): number
  broken(): { law: string; at: Micros } | null
  /** The instant of the earliest event; Infinity when nothing will ever happen again. */
  nextAt(): Micros
  runUntil(at: Micros, maxEvents: number): RunOutcome
  apply(command: Command): CommandOutcome
  listen(listener: (fact: Fact) => void, isDetailed: boolean): void
  /** From a listener: the run returns after the present event. */
  askToStop(): void
  save(): SavedRun
  restore(saved: SavedRun): void
  digest(): string
  frame(): Frame
  moving(buffer: ArrayBuffer): ArrayBuffer
  /** `facts`: those that the expectations of the scenario speak of. */
  report(scenario: Scenario, facts: Fact[]): Report
  why(subject: SubjectId, facts: Fact[]): Cause[]
  /** How many commits took how long, from the start of the run, by bucket; do not keep it. */
  latencies(): ArrayLike<number>
}

export type Parsed =
  | { ok: true; scenario: Scenario; setup: Setup }
  | { ok: false; problems: Problem[] }

export type DecodedLink =
  | { ok: true; recording: Recording; view: View }
  | { ok: false; problems: Problem[] }

/** Model time over real time as two whole numbers. */
export type Speed = { model: number; real: number } | 'max'

export interface EngineDoor {
  createMachine(setup: Setup): Machine
  parseScenario(input: unknown): Parsed
  /** A link, or the name of a built-in scenario. */
  decodeLink(text: string): DecodedLink
  encodeLink(recording: Recording, view: View): string
  describe(setup: Setup | null): Description
  parseDuration(text: unknown): Micros | null
  parseSpeed(text: unknown): Speed | null
  matchPattern(pattern: FactPattern): (fact: Fact) => boolean
  /** The latency that a bucket of `latencies` stands for. */
  bucketMicros(bucket: number): Micros
}
