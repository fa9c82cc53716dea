/**
 * The write path of a mirrored MySQL on block storage beside Aurora's: the same sessions, counted
 * by what crosses the network. Rules Y1 to Y9.
 */
import type { Scenario } from './scenario.ts'
import type { Micros, Ppm } from './units.ts'

export interface WritePathRequest {
  seed: number
  /** Sessions that ask as fast as they are answered, 1 to 200. */
  sessions: number
  /** Rows that a transaction changes, 1 to 20. */
  writes: number
  /** Pages of the table, from 10; rows are picked evenly. */
  pages: number
  /** One of MySQL's four disks, and one of Aurora's storage nodes, is down while it is measured. */
  isDiskDown: boolean
}

/** Aurora writes redo alone. */
export type WriteKind = 'redo' | 'binlog' | 'doubleWrite' | 'page'

/** I/Os at the database node, and their bytes there. */
export interface WriteCount {
  kind: WriteKind
  ios: number
  bytes: number
}

export interface WriteSide {
  /** Length of the time measured; what came before is left out. */
  micros: Micros
  /** Committed in the time measured, and rows that were changed. */
  transactions: number
  rows: number
  kinds: WriteCount[]
  /** All I/Os at the database node; a transaction, in millionths (0 without one). */
  ios: number
  iosEachPpm: Ppm
  /** I/Os at copies or disks, and their bytes. */
  copies: number
  copyBytes: number
  /** From begun to acknowledged, at the instance, in half of the cases; 0 without one. */
  latencyMicros: Micros
}

export interface WritePathAnswer {
  request: WritePathRequest
  aurora: WriteSide
  mirrored: WriteSide
  /** Aurora's run, to open on the stage. */
  scenario: Scenario
}
