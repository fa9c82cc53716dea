/** Changes of definitions, as plain data of Multi-Master. Rules D19, D22, D23, D27. */
import type { FactId, Micros } from '../../contract/units.ts'

export interface MmDdl {
  owner: number
  table: number
  statement: number
  lastStatement: number
  asked: number
  /** Writers that have the change: bits. */
  done: number
  since: Micros
  cut: number
  /** By writer: the statement for which it may only read the table; 0 = none. */
  fenced: Float64Array
  fencedTable: Int32Array
  /** At the owner: what comes next, and statements that are over. */
  queue: MmDdlAsk[]
  over: number[]
  /** Remembered by whoever asked, until it hears the end. */
  asks: MmDdlAsk[]
  fact: FactId
}

/** A change of a definition that somebody waits for. */
export interface MmDdlAsk {
  statement: number
  table: number
  asked: number
  /** The typed session; -1 = a command. */
  session: number
  fact: FactId
}
