/**
 * One stopwatch for every cluster, with one writer or several: how long nothing could be committed,
 * what work in flight a loss cost, which errors clients saw, and what they read that was old. And
 * what a frame shows of a proxy in front of the writer. Rules W11, F17–F21.
 */
import type { ApplicationId, InstanceId } from './ids.ts'
import type { Micros, Ppm } from './units.ts'

/** What one application felt since the start of the run. */
export interface ApplicationOutage {
  id: ApplicationId
  /** In which it had no answer, since its connections were lost or its proxy had no writer. */
  downMicros: Micros
  /** Transactions whose outcome it will never know. */
  unknown: number
  /** How often it saw each error, by its number: 1213, 1290, 2003, 2013. */
  errors: Record<string, number>
  /** Transactions that missed a commit acknowledged before they began. */
  staleReads: number
  worstStaleMicros: Micros
  /** The last loss of connections; null = none so far. */
  recovery: {
    at: Micros
    /** Answers a second before, in millionths. */
    pacePpm: Ppm
    /** From the loss to nine tenths of that; null = not yet. */
    tookMicros: Micros | null
  } | null
}

export interface AvailabilityView {
  /** In which nothing could be committed: no writer was open, or none had a write set. */
  withoutWriterMicros: Micros
  /** Transactions of applications whose outcome nobody will tell them. */
  unknown: number
  /** Transactions that a loss interrupted, undone since. */
  undone: number
  staleReads: number
  worstStaleMicros: Micros
  applications: ApplicationOutage[]
}

export interface ProxyView {
  /** Applications that go through it. */
  clients: ApplicationId[]
  /** Where it sends requests, or sent them last. */
  writer: InstanceId
  /** `lost`: it knows of no open writer · `switching`: of one, and turns to it. */
  phase: 'open' | 'lost' | 'switching'
  since: Micros
  /** Requests that wait with it, and since when the first of them. */
  waiting: number
  oldestWaitingAt: Micros | null
  /** Its connections to the writer: in use, open, and at most. */
  busy: number
  opened: number
  most: number
}
