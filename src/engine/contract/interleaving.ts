/**
 * Formats §8: a script of several sessions whose steps are dealt in file order, as read and
 * checked; and what each step came to.
 */
import type { Edition, IsolationLevel, ResultValue, SqlError } from './sql.ts'
import type { InstanceId } from './ids.ts'
import type { DurationText } from './units.ts'

export interface InterleavingCase {
  id: string
  edition: Edition
  /** MySQL: `8.0` only when asked for; else 5.6, the Multi-Master base. */
  release: '5.6' | '8.0' | '16'
  isolation: IsolationLevel
  topology: 'single-master' | 'multi-master'
  /** Session → instance; a session not named uses the first writer. */
  on: Record<string, InstanceId>
  setup: InterleavingSetup
  steps: { session: string; sql: string; gap: 'settled' | DurationText }[]
}

export type InterleavingSetup =
  | { kind: 'none' }
  | { kind: 'table'; table: string; columns: string[]; rows: ResultValue[][] }
  | { kind: 'statements'; statements: string[] }

export interface StepAnswer {
  session: string
  sql: string
  columns?: string[]
  rows?: ResultValue[][]
  affected?: number
  /** It had to wait; without rows and error it was never released. */
  blocks?: true
  /** Sessions that this step set free, and those it made fail. */
  unblocks?: string[]
  refuses?: string[]
  error?: SqlError
}

export interface CaseAnswer {
  id: string
  steps: StepAnswer[]
}
