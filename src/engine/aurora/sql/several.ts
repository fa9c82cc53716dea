/** What typed SQL keeps beside its connections where several instances write. Plain data. */
import type { Lsn, Micros } from '../../contract/units.ts'

export interface Several {
  /** Owners of groups of page changes are numbered. */
  lastOwner: number
  /** Transactions of which storage has accepted something. */
  writing: number[]
  /** Definitions that have been asked for and are not over. */
  definitions: Definition[]
}

/** A definition on its way through the owner of DDL. */
export interface Definition {
  /** Whose statement it is. */
  owner: number
  table: string
  /** As the owner of DDL knows the table: its place in the scenario, or a number above those. */
  number: number
  isEverywhere: boolean
}

/** What a connection and storage have to do with each other. */
export interface Proposing {
  /** Whom verdicts and latches are for; unique in the run. */
  owner: number
  /** The group that it waits for; 0 = none. */
  proposal: number
  sentAt: Micros
  /** It waits for the latch of a page. */
  isLatching: boolean
  /** LSN of a group that was accepted and is about to be applied; 0 = none. */
  accepted: Lsn
  /** LSN of its commit record once that is accepted, until VDL has passed it; 0 = none. */
  committing: Lsn
  /** Since when it waits for what others have acknowledged; -1 = it does not. */
  syncSince: Micros
  /** The page that it reads, the slots of copies asked for it, and since when; -1 = none. */
  page: number
  asked: number
  askedAt: Micros
  /** Since when it waits for a row of another writer, by choice; -1 = it does not. */
  ownedSince: Micros
  /** How long the last group took: undoing takes its time too. */
  tookMicros: Micros
  isPaused: boolean
  /** Its client is gone while a group is on its way. */
  isAbandoned: boolean
}
