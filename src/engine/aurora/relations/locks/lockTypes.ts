/**
 * Locks of one instance as plain data, and what is asked of them. A lock belongs to a transaction
 * and stands on a table, a row, or (MySQL) a record of an index with the gap before it. Keys are
 * texts, so that locks need not know how rows are kept.
 */
import type { Micros } from '../../../contract/units.ts'

/** `account` for a table; `account/PRIMARY/…key…` for a record; see `recordOf`. */
export type Resource = string

/**
 * Tables: MySQL `IS IX S X`, with `MS MX` for definitions; PostgreSQL `AccessShare RowShare
 * RowExclusive ShareUpdateExclusive Share ShareRowExclusive Exclusive AccessExclusive`.
 * Records: MySQL `S X`. Rows of PostgreSQL: `KeyShare Share NoKeyUpdate Update`.
 * `Xid`: PostgreSQL, waits for the end of a transaction.
 */
export type LockMode = string

/** MySQL: which part of a record a lock covers. Others: `whole`. */
export type LockPart = 'whole' | 'record' | 'gap' | 'nextKey' | 'insertIntention'

export interface Lock {
  /** Rises; locks of one resource are served in this order. */
  number: number
  transaction: number
  resource: Resource
  mode: LockMode
  part: LockPart
  isGranted: boolean
  /** When it was asked for. */
  since: Micros
  /** For the page: as people read it, and the page it is drawn on (-1 = none). */
  table: string
  index: string
  key: string
  page: number
}

/** State. Maps keep the order of insertion, which is the order of events. */
export interface LockTable {
  lastNumber: number
  /** By resource, in order of being asked for. */
  byResource: Map<Resource, Lock[]>
  /** By transaction, in order of being asked for; at most one is not granted. */
  byTransaction: Map<number, Lock[]>
  /** Transactions whose wait has ended and that the host has not gone on with yet, in order. */
  woken: number[]
}

/** What is asked for: a lock but for its number and whether it is granted. */
export type LockWish = Omit<Lock, 'number' | 'isGranted' | 'since'>

/**
 * `granted`: held, or already held · `waits`: it stands in the queue, others hold it ·
 * `refused`: NOWAIT or SKIP LOCKED, and others hold it.
 */
export type LockAnswer = 'granted' | 'waits' | 'refused'
