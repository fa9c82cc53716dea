/**
 * What storage nodes do behind the foreground: of each segment how far its records have come
 * through steps 3 and 5 to 7, of each node its scrub (2017 §3.3, figure 4; 2018 §2.1). Plain data;
 * null in the world until the first of this work is due, or a fault of a disk needs it.
 */
import type { Lsn, Micros } from '../../contract/units.ts'
import type { Stream } from '../../kernel/streams.ts'
import type { SlotRing } from '../database/slotRing.ts'

export interface Pipeline {
  /** Background work is counted from here on; what came before counts as done. */
  startedAt: Micros
  /** By node. */
  nodes: NodeWork[]
  /** By `group * 8 + slot`; null where no segment has been seen. None in a page store. */
  lanes: (Lane | null)[]
  /** Draws of disks that fail or are congested. */
  stream: Stream
  patch: Patch | null
}

export interface NodeWork {
  /** The one timer of its background work; 0 = nothing is due. */
  ringsAt: Micros
  scrub: { startedAt: Micros; endsAt: Micros; pages: number } | null
  scrubs: number
  scrubbedAt: Micros
}

/** One segment on its way through the steps. Work is counted in quarters of a record. */
export interface Lane {
  /** Index of its node: a slot that moves to another node begins anew. */
  node: number
  /** Up to when its budget has been spent. */
  settledAt: Micros
  /** Budget left over, in millionths of a quarter. */
  spare: number
  /** Foreground work that the budget has still to pay, in quarters. */
  debt: number
  received: number
  /** Step 4: records that came from peers, and since when there has been a hole. */
  gossiped: number
  holeSince: Micros
  /** Step 3: records not yet sorted. */
  unsorted: number
  unsortedSince: Micros
  sorted: number
  /**
   * Step 5: redo records of each page of the group that its materialised copy lacks, the first
   * page in front. A tail keeps no pages.
   */
  chain: Uint16Array
  firstPage: number
  hasPages: boolean
  /** Pages whose chain is long enough, the one that came first in front. */
  duePages: SlotRing
  dueRecords: number
  dueSince: Micros
  coalesced: number
  /** Step 6: records received since the last backup began. */
  fresh: number
  freshSince: Micros
  staging: Staging | null
  staged: number
  backedUp: Lsn
  /** Step 7: what each backup reached, the oldest first, as long as it is not collected. */
  marks: Mark[]
  collecting: Staging | null
  collectedRecords: number
  collected: Lsn
  /** Damaged pages, known to the node or not. */
  corrupt: CorruptPage[]
  repaired: number
  repair: Repair | null
  /** Since when its acknowledgements have been delayed; 0 = they are not. */
  throttledSince: Micros
}

/** Work begun: `left` quarters of it are to be done. */
export interface Staging {
  lsn: Lsn
  records: number
  left: number
  since: Micros
}

export interface Mark {
  at: Micros
  lsn: Lsn
  records: number
}

export interface CorruptPage {
  page: number
  since: Micros
  /** When the node noticed; 0 = it does not know yet. */
  foundAt: Micros
  /** Slot of the peer asked last, -1 = none yet, and when. */
  asked: number
  askedAt: Micros
  /** Fact behind it, for the chain of causes. */
  fact: number
}

/** The newest repair, for the law. */
export interface Repair {
  page: number
  /** Slot of the peer that gave it, and what that had without a gap. */
  from: number
  lsn: Lsn
  isSound: boolean
}

/** A rolling patch: nodes in order, one away at a time. */
export interface Patch {
  target: string
  order: number[]
  next: number
  /** Index of the node away; -1 = none. */
  away: number
  since: Micros
  /** What the last one has to reach before the next goes: by its `hosts`. */
  wanted: Lsn[]
}

/** Quarters a record costs in the foreground: as much as its four background steps together. */
export const foregroundCost = 4
