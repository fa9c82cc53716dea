/**
 * The shapes that a fluid demand may have, as people write them: a few numbers that become points
 * when the scenario is read (`formats/curveShapes`). What a number means for each shape, and what
 * it is when it is left out, stands in `docs/formats.md`.
 */
import type { DurationText, Micros } from './units.ts'

export type CurveShape =
  | 'constant'
  | 'day-and-night'
  | 'spikes'
  | 'batch'
  | 'flash-sale'
  | 'working-hours'
  | 'ramp'
  | 'random-walk'

export interface DemandCurve {
  shape: CurveShape
  /** Levels in the unit of the demand; the lowest is 0 if left out. */
  low?: number
  high: number
  at?: DurationText
  lasts?: DurationText
  every?: DurationText
}

/** A level at an instant, as people write it. */
export type WrittenPoint = [DurationText, number]

/** What the engine goes by: rising instants, levels in millionths of the unit. */
export interface ResolvedCurve {
  points: { at: Micros; level: number }[]
  /** 0 = the curve stays at its last level. */
  repeatMicros: Micros
}
