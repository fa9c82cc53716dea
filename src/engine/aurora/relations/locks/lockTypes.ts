/**
 * Locks of one instance as plain data, and what is asked of them. A lock belongs to a transaction
 * and stands on a table, a row, or (MySQL) a record of an index with the gap before it. Keys are
 * texts, so that locks need not know how rows are kept.
 */
import type { Micros } from '../../../contract/units.ts'

/** `account` for a table; `account/PRIMARY/…key…` for a record; see `resources.ts`. */
export type Resource = string

/**
 * Tables: MySQL `IS IX S X`, with `MS MX` for definitions; PostgreSQL `AccessShare RowShare
 * RowExclusive ShareUpdateExclusive Share ShareRowExclusive Exclusive AccessExclusive`.
 * Records: MySQL `S X`. Rows of PostgreSQL: `KeyShare Share NoKeyUpdate Update`.
 * End of a transaction (PostgreSQL): itself `Exclusive`, who waits for it `Share`.
 */
export type LockMode =
  | 'IS'
  | 'IX'
  | 'S'
  | 'X'
  | 'MS'
  | 'MX'
  | 'AccessShare'
  | 'RowShare'
  | 'RowExclusive'
  | 'ShareUpdateExclusive'
  | 'Share'
  | 'ShareRowExclusive'
  | 'Exclusive'
  | 'AccessExclusive'
  | 'KeyShare'
  | 'NoKeyUpdate'
  | 'Update'

/** MySQL: which part of a record a lock covers. Others: `whole`. */
export type LockPart = 'whole' | 'record' | 'gap' | 'nextKey' | 'insertIntention'

/** Frozen; a lock that is granted later is replaced. */
export interface Lock {
  /** Rises from 1 in the order of being asked for. */
  readonly number: number
  readonly transaction: number
  readonly resource: Resource
  readonly mode: LockMode
  readonly part: LockPart
  readonly isGranted: boolean
  /** When it was asked for. */
  readonly since: Micros
  /** For the page: as people read it, and the page it is drawn on (-1 = none). */
  readonly table: string
  readonly index: string
  readonly key: string
  readonly page: number
}

/** State. Maps keep the order of insertion, which is the order of events. */
export interface LockTable {
  lastNumber: number
  /** Locks that stand, granted and waiting. */
  count: number
  /** By resource, in the order in which they are served. */
  byResource: Map<Resource, Lock[]>
  /** Where a transaction has locks, in the order in which it came there. */
  byTransaction: Map<number, Set<Resource>>
  /** Where a transaction waits: at most at one resource. */
  waits: Map<number, Resource>
  /** Transactions whose wait has ended and that the host has not gone on with yet, in order. */
  woken: number[]
  /** How often something changed at a resource, and where the last times, in turn: for the laws. */
  changes: number
  recent: Resource[]
}

/** What is asked for: a lock but for its number and whether it is granted. */
export type LockWish = Omit<Lock, 'number' | 'isGranted' | 'since'>

/**
 * `granted`: held, or already held · `waits`: it stands in the queue, others hold it ·
 * `refused`: NOWAIT or SKIP LOCKED, and others hold it.
 */
export type LockAnswer = 'granted' | 'waits' | 'refused'
