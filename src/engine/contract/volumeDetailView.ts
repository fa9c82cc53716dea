/**
 * What a frame shows to whoever opens the volume: what the quorums of each group can still bear,
 * and what each mark of the log waits for. Members are bits in the order of the group's segments.
 */
import type { GroupId, InstanceId } from './ids.ts'
import type { Lsn, Micros, Ppm } from './units.ts'

export interface VolumeDetailView {
  /** +1 for each protection group that the volume has added since the start. */
  geometryEpoch: number
  groups: GroupDetailView[]
  /** Null while nobody has the log open, and with several writers, of which each has its own. */
  log: LogDetailView | null
  wire: WireView
  /** Of each instance. */
  statusPoints: StatusPointsView[]
}

/**
 * As `aurora_replica_status()` of Aurora PostgreSQL names them: durable_lsn, highest_lsn_rcvd and
 * current_read_lsn; null where an instance of that role has none.
 */
export interface StatusPointsView {
  instance: InstanceId
  durableLsn: Lsn | null
  highestLsnReceived: Lsn | null
  currentReadLsn: Lsn | null
}

/** What went to storage since the start, and what a mirrored MySQL would have written for it. */
export interface WireView {
  /** Commit records and changed rows that were sent. */
  transactions: number
  rows: number
  aurora: WireCostView
  mirrored: WireCostView
  /** Its three stages one after the other, each in its usual time. */
  mirroredCommitMicros: Micros
  /** I/Os a transaction in 2017, table 1, in millionths. */
  published: { auroraPpm: Ppm; mirroredPpm: Ppm }
}

export interface WireCostView {
  /** I/Os at the database node; what they come to for all copies or disks, again included. */
  writes: number
  messages: number
  /** To all copies or disks. */
  bytes: number
  /** A transaction: I/Os in millionths, and bytes; 0 before the first. */
  writesPpm: Ppm
  bytesEach: number
}

export interface GroupDetailView {
  id: GroupId
  /** By segment: A to F at the start. */
  letters: string[]
  /** Bit k: member k keeps the log only. */
  tails: number
  membershipEpoch: number
  write: SetsView
  read: SetsView
  /** The record that PGCL waits for, or the newest that is durable; null = none is kept. */
  watched: WatchedRecordView | null
  /** By segment: LSN of the record that would raise its SCL; 0 = none is written yet. */
  sclWaitsFor: Lsn[]
  /** PGMRPL as the writer counts it, and the read it waits for; null = none is outstanding. */
  lowestReadPoint: Lsn
  lowestRead: { instance: InstanceId; since: Micros | null } | null
}

/** An expression over those within the writer's reach that count. */
export interface SetsView {
  /** Is each part satisfied? The whole first, then its parts in their order, depth first. */
  met: boolean[]
  /** Smallest sets that satisfy it, and those of them that are within reach. */
  sets: number
  setsLeft: number
  /** So many more may be lost, whichever they are, and a set is left; 0 also when none is. */
  mayLose: number
  /** Bit k: a set is left, and none would be without member k. */
  decisive: number
}

export interface WatchedRecordView {
  lsn: Lsn
  isDurable: boolean
  /** Bit k: member k has it on disk; and the writer knows so. */
  heldBy: number
  acknowledged: number
  /** As in `SetsView`, over those that have acknowledged it. */
  met: boolean[]
}

export interface LogDetailView {
  instance: InstanceId
  /** The first record above VCL and its group; null = VCL has come to the end of the log. */
  vclWaitsFor: { lsn: Lsn; group: GroupId } | null
  /** The next end of a mini-transaction above VDL; null = none is written. */
  vdlWaitsFor: Lsn | null
  /** What the allocation limit is counted from. */
  limitFrom: 'vdl' | 'truncation'
  /** Transactions held back at the limit, and since when; null = none. */
  heldBack: number
  heldBackSince: Micros | null
}
