/**
 * Does it scale? What is asked and what was measured: committed transactions against the number of
 * writers and the share of rows that all of them change (reference multi-master §4.2).
 */
import type { Scenario } from './scenario.ts'
import type { Micros, Ppm } from './units.ts'

/**
 * Where the same load goes. `common`: each application has a writer of its own, and a share of
 * its accesses goes to rows that every application changes. `owned`: the common rows are divided
 * as well, so that every row has one writer. `round-robin`: each transaction goes to the next
 * writer. `one-writer`: all go to the first of several. `single-master`: all go to the only one.
 */
export type ScaleOutPlacement = 'common' | 'owned' | 'round-robin' | 'one-writer' | 'single-master'

export interface ScaleOutRequest {
  seed: number
  /** Numbers of writers, 1 to 4. */
  writers: number[]
  /** Shares of accesses that go to common rows. */
  shares: Ppm[]
}

/** One run, of its own seed and bounded model time. */
export interface ScaleOutRun {
  placement: ScaleOutPlacement
  writers: number
  share: Ppm
}

export interface ScaleOutPoint extends ScaleOutRun {
  seed: number
  /** What was run, to open on the stage. */
  scenario: Scenario
  /** Length of model time measured, what came before left out. */
  micros: Micros
  committed: number
  rolledBack: number
  /** By cause of the rollback. */
  conflicts: {
    inFlight: number
    staleBase: number
    noWinner: number
    rowOwned: number
    deadlock: number
    lockTimeout: number
  }
  /** Of the transactions that ran, those that were undone: their work was for nothing. */
  wasted: Ppm
  events: number
}

export interface ScaleOutAnswer {
  points: ScaleOutPoint[]
  /** The load of the runs, for words beside the chart. */
  load: ScaleOutLoad
}

export interface ScaleOutLoad {
  reads: number
  writes: number
  sessionsPerWriter: number
  vcpus: number
  /** Pages of the table, and of its hot tenth. */
  pages: number
  commonPages: number
}
