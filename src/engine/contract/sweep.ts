/** Many runs of one scenario that differ only in their seeds (Formats §5). */
import type { FactPattern } from './pattern.ts'
import type { Report } from './report.ts'
import type { Micros } from './units.ts'

/** One run of a sweep: a line of JSON. */
export interface SweepLine {
  scenario: string
  seed: number
  digest: string
  at: Micros
  events: number
  transactions: Report['transactions']
  conflicts: Report['conflicts']
  /** Names of anomalies that the run showed. */
  anomalies: string[]
  broken: Report['laws']['broken']
  /** Expectations of the scenario that did not hold. */
  failed: Report['expectations']
  /** What was looked for, how often it was found, and when first; null when nothing was. */
  where: { pattern: FactPattern; held: boolean; found: number; firstAt: Micros | null } | null
}

/** Least, median and most of the runs, and their sum. */
export interface Spread {
  least: number
  median: number
  most: number
  sum: number
}

/** What all lines come to; the same whichever files they stand in. */
export interface SweepSummary {
  scenario: string
  runs: number
  seeds: { first: number; last: number; missing: number }
  events: number
  transactions: Record<keyof Report['transactions'], Spread>
  conflicts: Record<keyof Report['conflicts'], Spread>
  /** Seeds by name of an anomaly, and by law. */
  anomalies: Record<string, number[]>
  broken: Record<string, number[]>
  /** Seeds of runs in which an expectation failed. */
  failed: number[]
  /** Seeds of runs in which the pattern held. */
  where: { pattern: FactPattern; held: number[] } | null
}
