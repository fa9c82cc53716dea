/**
 * Durability: what is asked about copies that fail and are repaired, and three answers to it: a
 * closed form, a Markov chain and histories drawn by chance. Rules H1 to H9.
 */
import type { Micros } from './units.ts'

/** Copies that a write needs, of all there are. With a zone gone 4/6 may change to `3/4`. */
export type DurabilityScheme = '4/6' | '2/3' | '3/4'

/** Means of exponential times: until a copy fails, its repair, until a zone fails, its outage. */
export interface FailureTimes {
  segmentMttf: Micros
  repair: Micros
  zoneMtbf: Micros
  zoneOutage: Micros
}

/**
 * `stalled`: share of time without a write set, 0 to 1. `lost`: how often a year a group that had a
 * read set loses it, each time counted from a group that is whole.
 */
export type DurabilityMeasure = 'stalled' | 'lost'

export interface DurabilityRequest {
  seed: number
  times: FailureTimes
  /** The time that varies along the chart; the others stay as they are. */
  along: keyof FailureTimes
  /** One zone is gone for long and does not come back. */
  isZoneGone: boolean
  /** While a zone is away no other fails, as the papers count (AZ+1); else each fails by itself. */
  isOneAtATime: boolean
  /** Drawn for each point and measure; from 100. */
  histories: number
}

/** Of histories drawn by chance: the mean, and half the width of its 95 % interval. */
export interface Sampled {
  mean: number
  halfWidth: number
  histories: number
  /** Those in which it came to what is measured. */
  hits: number
}

export interface DurabilityValue {
  closed: number
  markov: number
  /** Null before the first round. */
  sampled: Sampled | null
}

export interface DurabilityPoint extends Record<DurabilityMeasure, DurabilityValue> {
  /** The time that varies. */
  at: Micros
}

export interface DurabilityCurve {
  scheme: DurabilityScheme
  /** Of its Markov chain. */
  states: number
  points: DurabilityPoint[]
}

/** While exactly one zone is down: the chance that writes stall, that the read set is lost. */
export interface ZoneDownRisk extends Record<DurabilityMeasure, number> {
  scheme: DurabilityScheme
  /** That any group of a volume of 64 TB has lost its read set. */
  volumeLost: number
}

export interface DurabilityAnswer {
  curves: DurabilityCurve[]
  /** At the times asked about, without histories. */
  here: DurabilityCurve[]
  zoneDown: ZoneDownRisk[]
}
