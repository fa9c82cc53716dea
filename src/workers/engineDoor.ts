/**
 * What the worker needs of the engine: a machine that runs one world, and what only now and then
 * is read, written or explained, which is loaded later. The real ones stand in `realEngine` and
 * `realLater`; tests bring small ones of their own.
 */
import type { BillAnswer, BillRequest } from '../engine/contract/bill.ts'
import type { Cause } from '../engine/contract/cause.ts'
import type { AskedPoint } from '../engine/contract/chartPoint.ts'
import type { Command, CommandOutcome } from '../engine/contract/commands.ts'
import type { Description } from '../engine/contract/description.ts'
import type { Fact } from '../engine/contract/facts.ts'
import type { Frame } from '../engine/contract/frame.ts'
import type { ActorId, InstanceId, SubjectId } from '../engine/contract/ids.ts'
import type { Inside, InsideSubject } from '../engine/contract/inside.ts'
import type { Knowledge } from '../engine/contract/knowledge.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { Recording, View } from '../engine/contract/recording.ts'
import type { Report } from '../engine/contract/report.ts'
import type { SpacetimeAnswer } from '../engine/contract/spacetime.ts'
import type { Scenario, Setup } from '../engine/contract/scenario.ts'
import type { StatementRecord } from '../engine/contract/sql.ts'
import type { RowsAnswer, RowsQuestion } from '../engine/contract/sqlView.ts'
import type { FactId, Micros } from '../engine/contract/units.ts'
import type { BranchFigures, Problem, ReadInterleaving, SqlWords, StatementOutcome } from './api.ts'
import type { Sample } from './chart.ts'
import type { Gauge } from './figures.ts'

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
  frame(): Frame
  moving(buffer: ArrayBuffer): ArrayBuffer
  /** How many commits took how long, from the start of the run, by bucket; do not keep it. */
  latencies(): ArrayLike<number>
  /** Serverless instances and their meter; null when there are none. */
  gauge(): Gauge | null
  /** Null until what looks has been loaded. */
  sample(): Sample | null
  figures(): BranchFigures
  /** The run itself, known to the engine alone. */
  simulation: unknown
}

export type Parsed =
  | { ok: true; scenario: Scenario; setup: Setup }
  | { ok: false; problems: Problem[] }

export interface OpeningRun {
  scenario: Scenario
  setup: Setup
  recording: Recording
  view: View
}

export type DecodedLink =
  | { ok: true; recording: Recording; view: View }
  | { ok: false; problems: Problem[] }

/** Model time over real time as two whole numbers. */
export type Speed = { model: number; real: number } | 'max'

/** All that opening the page, playing, a click and a seek need. */
export interface EngineDoor {
  /** Loads what the cluster needs beyond the core, before a machine is made for it. */
  prepare(setup: Setup): Promise<void>
  createMachine(setup: Setup): Machine
  /** The scenario that the page opens on, by its name; null for any other text. */
  openingRun(text: string): OpeningRun | null
  parseDuration(text: unknown): Micros | null
  parseSpeed(text: unknown): Speed | null
  /** The latency that a bucket of `latencies` stands for. */
  bucketMicros(bucket: number): Micros
}

/** Whether typed SQL has come to rest, and how many statements are not answered. */
export interface SqlState {
  isSettled: boolean
  isAnyWaiting: boolean
  open: number
}

/** What a run has come to: loaded when it is first asked for. */
export interface AnswersDoor {
  /** `facts`: those that the expectations of the scenario speak of, and all that is metered. */
  reportOf(machine: Machine, scenario: Scenario, facts: Fact[]): Report
  /** `facts`: all that is metered, others do no harm. */
  billOf(machine: Machine, request: BillRequest, facts: Fact[]): BillAnswer
}

/** The rest, loaded after the first picture. */
export interface LaterDoor {
  loadAnswers(): Promise<AnswersDoor>
  parseScenario(input: unknown): Parsed
  /** A link, or the name of a built-in scenario. */
  decodeLink(text: string): DecodedLink
  encodeLink(recording: Recording, view: View): string
  describe(setup: Setup | null): Description
  matchPattern(pattern: FactPattern): (fact: Fact) => boolean
  readStatement(machine: Machine, text: string, on: InstanceId): StatementOutcome
  /** Typed SQL: what was asked and answered, rows with their versions, words to complete. */
  statementsOf(machine: Machine): StatementRecord[]
  sqlRows(machine: Machine, question: RowsQuestion): RowsAnswer
  sqlWords(machine: Machine): SqlWords
  sqlState(machine: Machine): SqlState
  readInterleaving(text: string): ReadInterleaving
  digestOf(machine: Machine): string
  /** What compute, storage and I/O have cost; storage in protection groups times microseconds. */
  dollarsAt(setup: Setup, groupMicros: number, microAcuSeconds: number, ios: number): number
  whyOf(machine: Machine, subject: SubjectId, facts: Fact[]): Cause[]
  /** Steps of a *why* that tell of a decision, and the numbers by which it was made. */
  isDecision(key: string): boolean
  /** The machine must stand at the end of the instant at which the fact was told. */
  whyDecision(machine: Machine, fact: FactId, facts: Fact[]): Cause[]
  /** What answers questions about points of charts is loaded when the first is asked for. */
  loadPoints(): Promise<PointsDoor>
  /** What records a window is loaded when the first is asked for. */
  loadRecorder(): Promise<RecordWindow>
  /** So is what listens at an actor. */
  loadEars(): Promise<HearAt>
  /** And what looks into one thing of the stage. */
  loadInsides(): Promise<LookInside>
}

/** Copies and pages at the present instant; a transaction from a window that was gone over. */
export interface LookInside {
  insideOf(machine: Machine, subject: InsideSubject): Inside | null
  record: RecordWindow
  /** The facts of a window that a ladder needs; and those that name the transaction. */
  isTold(fact: Fact, transaction: number): boolean
  isOwn(fact: Fact, transaction: number): boolean
  /** `machine` stands at the end of the window. */
  ladderOf(
    machine: Machine,
    told: ReturnType<WindowRecorder['end']> & { transaction: number },
    stand: { at: Micros; isShortened: boolean },
  ): Inside
}

export interface PointsDoor {
  /** Null when the subject is no point of a chart. */
  askPoint(subject: SubjectId): PointQuestion | null
  /** An answer with the chain of its fact. */
  withChain(answer: Cause, chain: Cause[]): Cause[]
}

/** The machines stand at the beginning of the stretch, if that is needed, and at its end. */
export interface PointQuestion {
  point: AskedPoint
  needsBefore: boolean
  noteBefore(machine: Machine, facts: Fact[]): void
  hear(fact: Fact): void
  answer(machine: Machine, facts: Fact[]): Cause[]
}

/** From now on; the answer is asked with the instant of now. Null where nobody can be asked. */
export type HearAt = (machine: Machine, actor: ActorId) => ((from: Micros) => Knowledge) | null

/** For a machine that is stepped one event at a time. */
export type RecordWindow = (machine: Machine, isMarked: (fact: Fact) => boolean) => WindowRecorder

/** Looks at each event of a window; how is known to the engine alone. */
export interface WindowRecorder {
  hear(fact: Fact): void
  note(what: 'event' | 'command'): void
  count(): number
  /** The instant from which on everything is known then. */
  forgetOlder(): Micros
  end(): Pick<SpacetimeAnswer, 'actors' | 'messages' | 'marks'>
}
