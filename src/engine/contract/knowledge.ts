/**
 * What one actor can know at an instant: its own memory, and what the messages that have arrived
 * there told it. Everything else of the frame is hidden from it. Types only.
 */
import type { Frame } from './frame.ts'
import type { ActorId, SegmentId } from './ids.ts'
import type { MessageKind } from './messages.ts'
import type { Lsn, Micros } from './units.ts'

export interface Knowledge {
  actor: ActorId
  role: 'writer' | 'reader' | 'node'
  at: Micros
  /** What arrived earlier is not looked at. */
  from: Micros
  /** Volume epoch that it works with. */
  epoch: number
  /** The VDL that it counts with; null = it is never told one. */
  vdl: Lsn | null
  /** It reckons by itself which records a write quorum has. */
  reckonsQuorum: boolean
  /** All other actors, in the order of the frame. */
  others: KnownActor[]
  /** All copies, in the order of the frame. */
  segments: KnownSegment[]
  /**
   * The frame as it can know it, made of nothing else. Who exists is drawn as it is. Of others that
   * nobody told of stand zeros, no records and no caches; a version of −1 is one that was not told.
   */
  picture: Frame
}

/** A message that has arrived: when it left and came, and what it was. */
export interface Told {
  /** Its id, as in the moving part of a frame. */
  message: number
  sentAt: Micros
  at: Micros
  kind: MessageKind
}

export interface KnownActor {
  actor: ActorId
  /** The newest message from there, and what it was; null = none since `from`. */
  heard: Told | null
  /** The oldest question of its own that has no answer from there; null = none. */
  owedSince: Micros | null
  /** Since it owes an answer for longer than one waits before asking again: not yet failed. */
  isSilent: boolean
  /** It has been told that this one counts as lost. */
  isSuspected: boolean
}

export interface KnownSegment {
  segment: SegmentId
  /** It is its own. */
  isOwn: boolean
  /** SCL as last told; null = never told. With several writers in its own LSN space. */
  scl: Lsn | null
  /** The newest message that told it; null = none since `from`. */
  told: Told | null
}
