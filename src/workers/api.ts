/**
 * The wire between page and worker; types only. Commands and questions go one way as calls,
 * frames come the other way over a port of their own, about 30 a second, and an emptied buffer
 * goes back as credit. Everything here may be awaited; nothing here blocks a click.
 */
import type { BillAnswer, BillRequest } from '../engine/contract/bill.ts'
import type { Cause } from '../engine/contract/cause.ts'
import type { Command, CommandOutcome, Reason } from '../engine/contract/commands.ts'
import type { Description } from '../engine/contract/description.ts'
import type { Fact } from '../engine/contract/facts.ts'
import type { Frame } from '../engine/contract/frame.ts'
import type { InterleavingCase } from '../engine/contract/interleaving.ts'
import type { ActorId, InstanceId, SubjectId } from '../engine/contract/ids.ts'
import type { Inside, InsideSubject } from '../engine/contract/inside.ts'
import type { Knowledge } from '../engine/contract/knowledge.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { Recording, View } from '../engine/contract/recording.ts'
import type { Report } from '../engine/contract/report.ts'
import type { Scenario } from '../engine/contract/scenario.ts'
import type { SpacetimeAnswer, SpacetimeQuestion } from '../engine/contract/spacetime.ts'
import type { StatementRecord } from '../engine/contract/sql.ts'
import type { RowsAnswer, RowsQuestion } from '../engine/contract/sqlView.ts'
import type { DurationText, FactId, Micros, SpeedText } from '../engine/contract/units.ts'

/** How we look at the run; never recorded. */
export interface Playback {
  at: Micros
  /** Computed up to here on this branch. */
  horizon: Micros
  /** `until` of the scenario; playing goes on past it only when asked to. */
  end: Micros
  /** Nothing can be looked at beyond this instant. */
  last?: Micros
  isPlaying: boolean
  /** The speed in force and whether the scenario's pace (null chosen) or the viewer set it. */
  speed: SpeedText
  isPaced: boolean
  /** Model time over real time reached during the last second; 0 when paused. */
  reachedSpeed: number
  /** A seek beyond what is computed, while it runs. */
  seeking: { target: Micros; progress: number } | null
  branch: string
  /** Set when a law broke: the run is stopped there. */
  stoppedBy: { law: string; at: Micros } | null
}

/** A frame with what moves in it and how we look at it. */
export interface FramePacket {
  frame: Frame
  /** Faults in force: a change of them is shown at once. */
  faultCount: number
  moving: ArrayBuffer
  playback: Playback
}

/**
 * A packet as it is posted on the frame port: the frame as JSON, which costs the page nothing until
 * somebody looks, and half of a copy then; `moving` is transferred.
 */
export type PostedFrame = Omit<FramePacket, 'frame'> & { frame: string }

/** What the page posts back: the buffer, emptied. */
export interface FrameCredit {
  moving: ArrayBuffer
}

/** Asked and answered on the same port, so that a worker that died is noticed. */
export type Heartbeat = 'alive?' | 'alive'

/** A mark of the timeline: a notable fact, with a shape and a word of its own. */
export interface Mark {
  at: Micros
  /** The fact that it stands for. */
  fact: FactId
  /** Until when the state lasts (fault in force, stall), null = an instant or still lasting. */
  until: Micros | null
  shape:
    | 'fault'
    | 'heal'
    | 'stall'
    | 'resume'
    | 'crash'
    | 'recovery'
    | 'command'
    | 'law'
    | 'refused'
    | 'conflict'
    | 'scale'
    | 'pause'
    | 'failover'
  /** A sentence key of the catalogue. */
  key: string
  parameters: Record<string, string | number>
}

/** Charts share the timeline's axis: one value a bin; null where nothing was answered. */
export interface ChartSeries {
  from: Micros
  binMicros: Micros
  /** Commits acknowledged per second of model time. */
  commitsPerSecond: (number | null)[]
  latencyP50Micros: (number | null)[]
  latencyP99Micros: (number | null)[]
  /** Serverless instances only; what stood at the end of each bin. */
  capacity?: CapacitySeries[]
  /** The bill since the run began, at the end of each bin, in dollars. */
  dollars?: (number | null)[]
  /** The further charts, bin by bin; the same list for every range of a run. */
  more?: MoreSeries[]
}

/**
 * `down`: the share of the bin in which an application was without service · `lag`: microseconds
 * behind · `points`: LSNs beyond VDL · `conflicts`: how many, by cause.
 */
export interface MoreSeries {
  chart: 'down' | 'lag' | 'points' | 'conflicts'
  name: string
  values: (number | null)[]
}

/** One serverless instance: what it had and what it needed, in ACU. */
export interface CapacitySeries {
  instance: InstanceId
  /** Reported, on the grid of half an ACU; 0 while paused. */
  acu: (number | null)[]
  /** The greatest of its pressures, before the range bounds it. */
  need: (number | null)[]
  /** `holding`: need is lower and capacity does not follow yet. */
  phase?: ('active' | 'holding' | 'pausing' | 'paused' | 'resuming' | null)[]
}

export interface TimelineSummary {
  marks: Mark[]
  chart: ChartSeries
  branches: BranchSummary[]
}

/** A branch, how far it is computed, and what it came to there. */
export interface BranchSummary {
  id: string
  from: { branch: string; at: Micros } | null
  isPresent: boolean
  at?: Micros
  figures?: BranchFigures & { cost: string | null }
}

/** Numbers by which branches are compared. */
export interface BranchFigures {
  committed: number
  rolledBack: number
  /** Connections that broke before the answer. */
  lost: number
  /** Without service, summed over applications. */
  downMicros: Micros
}

/** What opening a source yields. */
export interface Opened {
  scenario: Scenario
  recording: Recording
  view: View
  pace: { from: Micros; speed: SpeedText }[]
  opensAt: Micros
  end: Micros
}

/** Bad input: where, and what is allowed there. */
export interface Problem {
  /** Path of the place, as `cluster.instances[0].az` or `link, character 12`. */
  path: string
  message: string
  allowed: string | null
}

export type OpenOutcome = { ok: true; opened: Opened } | { ok: false; problems: Problem[] }

export type StatementOutcome =
  | { ok: true; commands: Command[] }
  | { ok: false; problems: Problem[] }

export interface SqlWords {
  keywords: string[]
  tables: { name: string; columns: string[] }[]
}

export type ReadInterleaving =
  | { ok: true; cases: { read: InterleavingCase }[] }
  | { ok: false; problems: Problem[] }

export type UntilOutcome =
  | { found: true; at: Micros; fact: Fact }
  | { found: false; at: Micros; limit: Micros }

/** How a command fared, and where it stands; a refused one is recorded if it begins no branch. */
export type GivenCommand = CommandOutcome & { at?: Micros; branch?: string }

export interface EngineApi {
  describe(): Promise<Description>
  /**
   * A scenario, its JSON text, a built-in name, or a link (with or without `#`). When a run that
   * was asked for later is open already, that one stays and is the answer. `isPlayed`: it plays
   * once its first picture stands, unless a pause came before that.
   */
  open(source: Scenario | string, isPlayed?: boolean): Promise<OpenOutcome>
  /** Takes up a recording again after a worker died. */
  resume(recording: Recording, view: View): Promise<OpenOutcome>
  /** `isApart`: it begins a branch in any case, and the one shown goes on without it. */
  command(command: Command, isApart?: boolean): Promise<GivenCommand>
  /** A fault-injection statement of Aurora MySQL, given to an instance, as commands. */
  readStatement(text: string, on: InstanceId): Promise<StatementOutcome>
  /** Typed SQL: all of the branch up to the instant shown, oldest first. */
  statements(): Promise<StatementRecord[]>
  /** Rows of a table with their versions and locks, as at the instant shown. */
  sqlRows(question: RowsQuestion): Promise<RowsAnswer>
  /** What an editor completes. */
  sqlWords(): Promise<SqlWords>
  /**
   * Plays on until every statement is answered or known to wait, then pauses; if that is so
   * already and somebody waits, until the next one is answered.
   */
  settleSql(limit?: DurationText): Promise<{ isSettled: boolean }>
  /** A file of steps of several sessions (Formats §8). */
  readInterleaving(text: string): Promise<ReadInterleaving>
  play(speed?: SpeedText): Promise<void>
  /** Back to the scenario's own pace. */
  followPace(): Promise<void>
  pause(): Promise<void>
  /** Resolves when the picture of that instant has been sent; progress is in `Playback`. */
  seek(at: DurationText | Micros): Promise<{ at: Micros; isCancelled: boolean }>
  cancelSeek(): Promise<void>
  step(kind: 'event' | 'message' | 'fact'): Promise<void>
  until(pattern: FactPattern, options?: { limit?: DurationText }): Promise<UntilOutcome>
  /** `notable`: all that matter, from the start; no replay is needed for them. */
  facts(filter?: FactPattern | 'notable'): Promise<Fact[]>
  report(): Promise<Report>
  reportAt(at: DurationText | Micros): Promise<Report>
  digest(): Promise<string>
  /** What the run has cost up to the instant shown, and whatever else is priced beside it. */
  bill(request: BillRequest): Promise<BillAnswer>
  why(subject: SubjectId): Promise<Cause[]>
  /** What an instance or a storage node can know at the instant shown; null = no such actor. */
  knowledge(actor: ActorId): Promise<Knowledge | null>
  /** What stands inside a copy, a page or a transaction; null = there is no such thing. */
  inside(subject: InsideSubject): Promise<Inside | null>
  /** What crossed the network within a window, regained by replaying it. */
  spacetime(question: SpacetimeQuestion): Promise<SpacetimeAnswer>
  link(view?: Partial<View>): Promise<string>
  recording(): Promise<Recording>
  /** Marks and charts of the present branch, `bins` wide, over [from, to]. */
  timeline(range: { from: Micros; to: Micros; bins: number }): Promise<TimelineSummary>
  switchBranch(id: string): Promise<void>
  /** The figures of every branch at the instant shown, gone over as far as that. */
  compareBranches(): Promise<BranchSummary[]>
  /** Hands over the port on which frames come. */
  connectFrames(port: MessagePort): Promise<void>
  /** Resolves when paused or at its target, with the last frame sent. */
  settled(): Promise<void>
}

export type { Reason }
