/**
 * What people type and get back, as it crosses every wall: dialects, isolation levels, values,
 * errors in the edition's own words, and the record of a statement (Formats §5, §8).
 */
import type { InstanceId } from './ids.ts'
import type { ConflictCause, RefusalKind } from './refusals.ts'
import type { Micros } from './units.ts'

export type Edition = 'mysql' | 'postgresql'

/**
 * MySQL 8.0: single-master and Serverless v2; 5.7: Serverless v1; 5.6: Multi-Master; PostgreSQL 16.
 * (reference multi-master, E7)
 */
export type Dialect = 'mysql-5.6' | 'mysql-5.7' | 'mysql-8.0' | 'postgresql-16'

export type IsolationLevel =
  | 'read uncommitted'
  | 'read committed'
  | 'repeatable read'
  | 'serializable'

/** A value of a result: DECIMAL is a string, integers are numbers, NULL is null. */
export type ResultValue = null | number | string | boolean

export interface SqlError {
  kind: RefusalKind
  /** Only of a write conflict. */
  cause?: ConflictCause
  /** MySQL: its error number; PostgreSQL: the SQLSTATE. */
  code: number | string
  sqlstate: string
  /** In the edition's own words. */
  message: string
  /** Place in the text where it went wrong, characters from 0. */
  position?: number
}

/** What a statement came to; a scripted or typed one, in the order of being submitted. */
export interface StatementRecord {
  session: string
  on: InstanceId | ''
  text: string
  submittedAt: Micros
  finishedAt: Micros | null
  status: 'ok' | 'error' | 'waiting'
  columns?: string[]
  rows?: ResultValue[][]
  /** MySQL: rows changed. PostgreSQL: rows matched. */
  affected?: number
  error?: SqlError
  /** Several writers: for how long another one has had a newer value of something it has read. */
  staleMicros?: Micros
  /** `REGIONAL_RAW`: how long it waited for what others had acknowledged. */
  waitedMicros?: Micros
}
