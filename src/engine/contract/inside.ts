/**
 * What stands inside one thing of the stage at an instant: in one copy of a protection group, on
 * one page, or in one transaction. Types only.
 */
import type { RecordView } from './frame.ts'
import type { ActorId, GroupId, InstanceId, NodeId, SegmentId, ZoneId } from './ids.ts'
import type { MessageKind } from './messages.ts'
import type { ProposalView } from './multiMasterView.ts'
import type { Lsn, Micros } from './units.ts'
import type { NodeWorkView, SegmentWorkView } from './volumeFrameView.ts'

/**
 * `copy:pg1/a1` · `page:12` · `transaction:345@1200000`: the transaction that was open at that
 * instant, in microseconds; without one it is looked for before the instant shown.
 */
export type InsideSubject = string

export type Inside = CopyInside | PageInside | TransactionInside

/** A record of the log, and whether this copy has it. */
export type HeldRecord = Omit<RecordView, 'heldBy'> & { isHeld: boolean }

/** Redo or a change of a page that comes to this copy; `until`: there, or on disk. */
export interface Batch {
  message: number
  kind: MessageKind
  from: ActorId
  /** The first few; of a change of a page none. */
  records: Omit<HeldRecord, 'isHeld'>[]
  /** Records, or of a change of a page 1. */
  count: number
  since: Micros
  until: Micros
}

/** What leaves this copy, or is on its way between it and a peer. */
export interface Note {
  message: number
  kind: MessageKind
  other: ActorId
  isOut: boolean
  /** SCL that it tells, or the last LSN that it brings; of an answer to a change 1 yes, 0 no. */
  value: number
  until: Micros
}

/** Work of step 6 or 7 that has begun: `left` of `records` are to be done. */
export interface WorkBegun {
  lsn: Lsn
  records: number
  left: number
}

export interface CopyInside {
  inside: 'copy'
  at: Micros
  segment: SegmentId
  group: GroupId
  node: NodeId
  zone: ZoneId
  isUp: boolean
  /** Keeps the log and no pages. */
  isTail: boolean
  /** Whose redo it takes; null = nobody can write. */
  writer: InstanceId | null
  /** Step 1: on the network, soonest first. Step 2: arrived and not yet on disk. */
  arriving: Batch[]
  writing: Batch[]
  /** Answers on their way to a writer, and what goes to and fro between peers. */
  answers: Note[]
  gossip: Note[]
  /** Newest records of the group's chain, oldest first; and those before them. */
  chain: HeldRecord[]
  olderCount: number
  scl: Lsn
  highestHeld: Lsn
  lowestReadPoint: Lsn
  /** Pages with redo that is not yet in them: the longest chains first, and how many there are. */
  chains: { page: number; records: number; isDue: boolean }[]
  chainCount: number
  coalesceChain: number
  backup: WorkBegun | null
  collecting: WorkBegun | null
  /** Null before background work begins, and with several writers. */
  work: SegmentWorkView | null
  nodeWork: NodeWorkView | null
  /** With several writers: changes of pages that it holds without a verdict; else null. */
  tentative: { proposal: number; page: number; instance: InstanceId; since: Micros }[] | null
}

/** A page as one copy has it. LSNs of single-master, versions with several writers. */
export interface PageAtCopy {
  segment: SegmentId
  node: NodeId
  zone: ZoneId
  isUp: boolean
  keepsPages: boolean
  isDamaged: boolean
  /** The last record that is in the page itself; 0 = as loaded, or older than the log keeps. */
  base: Lsn
  /** Records of this page above the base that it holds, oldest first; and those it lacks. */
  above: Lsn[]
  missing: Lsn[]
  /** Records above the base, those included that the log no longer keeps one by one. */
  aboveCount: number
  /** Several writers: version held, and the change in flight there; 0 = none. */
  version: number
  tentative: number
}

/** A page in the memory of one instance. */
export interface PageAtInstance {
  instance: InstanceId
  role: 'writer' | 'reader'
  isOpen: boolean
  isCached: boolean
  /** Newest change there: an LSN, or with several writers a version; 0 = as it was read. */
  newest: number
  /** It has a change that is not yet durable, so that it may not leave the memory. */
  isDirty: boolean
  /** Since when storage has something newer; null = it is current. */
  staleSince: Micros | null
}

export interface PageInside {
  inside: 'page'
  at: Micros
  page: number
  group: GroupId
  /** Its table and, of an index, the name of that; empty = not of a table of the scenario. */
  table: string
  index: string
  /** First and last row on it; null where that is not known. */
  rows: [number, number] | null
  isMultiMaster: boolean
  /** Newest LSN of the page that is durable, or newest accepted version; 0 = as loaded. */
  newest: number
  vdl: Lsn
  /** Newest records of the page, oldest first. */
  records: Omit<HeldRecord, 'isHeld'>[]
  copies: PageAtCopy[]
  instances: PageAtInstance[]
  /** Changes of it that are open, or were decided a moment ago. */
  proposals: ProposalView[]
}

export type StretchKind = 'travel' | 'disk' | 'back' | 'work' | 'wait' | 'lost'

/** A stretch of time; `until` null = it goes on, or nobody has seen its end. */
export interface Stretch {
  what: StretchKind
  since: Micros
  until: Micros | null
}

export type RungKind =
  | ('request' | 'work' | 'read' | 'write' | 'propose' | 'replicate' | 'statement' | 'lock')
  | ('wait' | 'answer')

/** One thing that was done for a transaction, with its stretches one after the other. */
export interface Rung {
  id: string
  kind: RungKind
  /** Who did it: an actor, or a copy. */
  who: string
  /** The group, the page, the statement or the key that it is about; else empty. */
  about: string
  stretches: Stretch[]
  /**
   * Its answer: yes or no, null = none yet, or nothing was asked. A copy that has the records, but
   * with a gap below them, says no: they do not count there yet.
   */
  isYes: boolean | null
  /** With this answer the quorum of its group or of its change was complete. */
  completes: boolean
}

export type MomentKind =
  | ('began' | 'written' | 'durable' | 'safe' | 'committed' | 'acknowledged')
  | ('accepted' | 'refused' | 'rolledBack' | 'lost')

export interface Moment {
  what: MomentKind
  at: Micros
  /** Group of which it is said; else empty. */
  group: GroupId | ''
  /** LSN, or with several writers the proposal that it is about; 0 = none. */
  value: number
  /** Of the fact that tells of it; 0 = a message tells. */
  fact: number
}

export interface TransactionInside {
  inside: 'transaction'
  at: Micros
  transaction: number
  /** Where it ran; empty where nothing is known of it. */
  instance: InstanceId | ''
  application: string
  session: string
  state: 'unknown' | 'open' | 'committed' | 'rolledBack' | 'lost'
  /** From the first to the last of what is known of it. */
  from: Micros
  to: Micros
  /** It has lasted so long that its beginning is left out. */
  isShortened: boolean
  latencyMicros: Micros | null
  commitLsn: Lsn
  rungs: Rung[]
  moments: Moment[]
}
