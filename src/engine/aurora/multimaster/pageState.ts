/** What is known of pages, and of rows whose changes not every writer knows the end of. */
import type { FactId, Micros } from '../../contract/units.ts'

/** A row's entry stands at `row * stride` of all entries, round and round, by pages as long. */
export interface MmIndex {
  table: number
  name: string
  firstPage: number
  stride: number
}

/** What is accepted, by page; the newest. */
export interface MmPages {
  version: Int32Array
  lastWriter: Int8Array
  lastProposal: Int32Array
  acceptedAt: Float64Array
  /** Pages accepted in the last event that accepted any; the same of copies. */
  latest: number[]
  latestEvent: number
  latestCopied: number[]
  latestCopiedEvent: number
  touchedAt: Float64Array
}

/** By row: the newest change that every writer knows as committed (0 = as loaded). */
export interface MmRows {
  base: Int32Array
  baseVersion: Int32Array
  /** Newest change that not everybody knows the end of; -1 = none. */
  head: Int32Array
}

/** Changes of rows whose end not every writer knows: columns with a list of free ones. */
export interface MmChanges {
  transaction: Float64Array
  writer: Int8Array
  row: Int32Array
  page: Int32Array
  version: Int32Array
  /** 0 open · 1 committed · 2 rolled back */
  outcome: Uint8Array
  /** Place of the mark in the stream of its writer, and when it was set. */
  endPlace: Float64Array
  endedAt: Float64Array
  /** That it was accepted. */
  fact: Float64Array
  older: Int32Array
  free: number[]
}

/** The background thread of a writer that purges what its committed changes replaced. */
export interface MmPurge {
  /** Pages to change, in the order in which they were changed last; and what led to it. */
  waiting: { page: number; kind: number; since: Micros; fact: FactId }[]
  /** Number of its proposal on the way; 0 = none. Slots asked for the page. */
  proposal: number
  asked: number
  done: number
  refused: number
}

/** The frames of a cache that does not hold all pages. */
export interface MmFrames {
  capacity: number
  /** By frame; more than fit while nothing may leave. */
  pages: number[]
  isReferenced: number[]
  /** By page: a frame that it had; whether it still has it, the frame says. */
  frameOf: number[]
  hand: number
}
