/**
 * The wire between the page and its second worker, the laboratory: long reckonings about runs,
 * beside the one that is shown, so that its pictures never wait. Types only.
 */
import type { DurabilityAnswer, DurabilityRequest } from '../engine/contract/durability.ts'
import type { RunVerdict } from '../engine/contract/history.ts'
import type { ComparedRange, ComparisonAnswer } from '../engine/contract/bill.ts'
import type { OtherSide } from '../engine/contract/compare.ts'
import type { NeighbourPlay } from '../engine/contract/neighbour.ts'
import type { Recording } from '../engine/contract/recording.ts'
import type { ScaleOutAnswer, ScaleOutPoint, ScaleOutRequest } from '../engine/contract/scaleOut.ts'
import type { WritePathAnswer, WritePathRequest } from '../engine/contract/writePath.ts'
import type { Micros } from '../engine/contract/units.ts'
import type {
  RangeRow,
  WhichRangeAnswer,
  WhichRangeRequest,
} from '../engine/contract/whichRange.ts'

/** How far a task is; `done` of `all` in steps of about equal length. */
export interface LabProgress {
  done: number
  all: number
}

export interface ScaleOutProgress extends LabProgress {
  /** Measured last. */
  point: ScaleOutPoint
}

export interface DurabilityProgress extends LabProgress {
  answer: DurabilityAnswer
}

export interface RangeProgress extends LabProgress {
  /** Played last. */
  row: RangeRow
}

export interface CompareBills {
  recording: Recording
  until: Micros
  range: ComparedRange
}

export interface LabApi {
  /**
   * Plays the present branch again up to `until`, keeps its history and judges it. Progress is in
   * microseconds of model time.
   */
  judge(
    recording: Recording,
    until: Micros,
    tell: (progress: LabProgress) => void,
  ): Promise<RunVerdict>
  /** The same numbers for the same request; `tell` hears of every run as it ends. */
  scaleOut(
    request: ScaleOutRequest,
    tell: (progress: ScaleOutProgress) => void,
  ): Promise<ScaleOutAnswer>
  /** Lines at once; `tell` hears the whole answer again after each round of histories. */
  durability(
    request: DurabilityRequest,
    tell: (progress: DurabilityProgress) => void,
  ): Promise<DurabilityAnswer>
  /** Each choice plays the load; `tell` hears of every row as it ends. */
  whichRange(
    request: WhichRangeRequest,
    tell: (progress: RangeProgress) => void,
  ): Promise<WhichRangeAnswer>
  /** The present branch up to an instant, played on other configurations. */
  compareBills(
    asked: CompareBills,
    tell: (progress: LabProgress) => void,
  ): Promise<ComparisonAnswer>
  /** The same load at Aurora and at a mirrored MySQL, what crosses the network counted. */
  writePath(request: WritePathRequest): Promise<WritePathAnswer>
  /** What a run can be compared with, each as a recording or with the reason why not. */
  otherSides(recording: Recording): Promise<OtherSide[]>
  /** Short scripts of two sessions under the rule of each neighbour. */
  neighbours(): Promise<NeighbourPlay[]>
}
