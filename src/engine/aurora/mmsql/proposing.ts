/** What a connection and storage have to do with each other at one of several writers. */
import type { Lsn, Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'

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
  /** How long the last group took: undoing takes its time too. */
  tookMicros: Micros
  isPaused: boolean
  /** Its client is gone while a group is on its way. */
  isAbandoned: boolean
}

export function newProposing({ sql }: World, tookMicros = 0): Proposing {
  const several = sql!.several!
  return {
    owner: ++several.lastOwner,
    proposal: 0,
    sentAt: 0,
    isLatching: false,
    accepted: 0,
    committing: 0,
    syncSince: -1,
    page: -1,
    asked: 0,
    askedAt: 0,
    tookMicros,
    isPaused: false,
    isAbandoned: false,
  }
}
