/**
 * Every byte of the model's state, as plain data: it can be copied, saved, compared and digested.
 * Protocol state is records that read like the papers; only the hot tables (event queue, messages,
 * redo log, transactions) are struct-of-arrays. Handlers get their own node and a context.
 */
import type { ActiveFault } from '../contract/faults.ts'
import type { ActorId, ApplicationId, GroupId, InstanceId, NodeId, SegmentId } from '../contract/ids.ts'
import type { ParameterValues } from '../contract/parameters.ts'
import type { QuorumExpression } from '../contract/quorum.ts'
import type { Setup } from '../contract/scenario.ts'
import type { FactId, Lsn, Micros } from '../contract/units.ts'
import type { EventQueue } from '../kernel/eventQueue.ts'
import type { Network } from '../kernel/network.ts'
import type { Stream } from '../kernel/streams.ts'
import type { RedoLog } from './storage/redoLog.ts'

export interface World {
  now: Micros
  /** Events executed so far. */
  eventCount: number
  /** Facts told or not told so far; the last id given. */
  factCount: FactId
  setup: Setup
  parameters: ParameterValues
  queue: EventQueue
  network: Network
  streams: Streams
  /** Index = actor number of the network: instances, then storage nodes, then applications. */
  actors: ActorId[]
  zones: Zone[]
  nodes: StorageNode[]
  groups: ProtectionGroup[]
  log: RedoLog
  /** Records ever written to each page, for what a read has still to apply. */
  pageRecords: Int32Array
  volume: Volume
  instances: Instance[]
  applications: Application[]
  /** In force, in the order in which they came. */
  faults: ActiveFault[]
  /** Next entry of the script to run. */
  scriptPosition: number
  status: ClusterStatus
  totals: { committed: number; lost: number; resent: number; hedged: number }
}

/** One stream a subsystem, so that a new draw in one moves nothing in another. */
export interface Streams {
  network: Stream
  workload: Stream
  gossip: Stream
  reads: Stream
  clients: Stream
}

export interface Zone {
  id: string
  isOut: boolean
}

/** A host of segments of several groups: node and segment are different things. */
export interface StorageNode {
  id: NodeId
  actor: number
  zone: number
  isUp: boolean
  /** Parts per million of the normal time that everything takes; 1,000,000 = normal. */
  slowPpm: number
  /** Rises at each crash, so that timers of an earlier life are ignored. */
  life: number
  /** Indices `group * 8 + slot` of the segments it hosts, ascending. */
  hosts: number[]
}

/** One of the six copies of a protection group. Which records it holds is a bit of the redo log. */
export interface Segment {
  id: SegmentId
  group: number
  /** Its bit in `heldBy`. */
  slot: number
  /** Index of its node. */
  node: number
  /** Inclusive upper bound of the gapless part of the group's chain (2018 §2.3). */
  scl: Lsn
  /** Ordinal of the record at `scl` in the redo log; -1 = older than the log keeps, or none. */
  sclOrdinal: number
  /** Highest LSN held without regard to gaps. */
  highestHeld: Lsn
  /** Refuses lower volume epochs: a promise given at a scan. */
  epoch: number
  /** Epoch of the newest truncation range that it has applied. */
  truncationEpoch: number
  /** Lowest read point it was told of (PGMRPL), counted as the group's last LSN at or below it. */
  lowestReadPoint: Lsn
  /** A hole was told as a fact and has not been filled. */
  hasHole: boolean
}

export interface ProtectionGroup {
  id: GroupId
  /** Six, by slot. */
  segments: Segment[]
  membershipEpoch: number
  write: QuorumExpression
  read: QuorumExpression
  /** Ordinal of the newest record of the chain, -1 before the first. */
  tipOrdinal: number
  tipLsn: Lsn
  /** Records of the chain since the start of the run, those of the older base included. */
  recordCount: number
  /** Ordinal of the oldest record the log still keeps of this group, -1 = none. */
  baseOrdinal: number
  /** All records of the group at or below this LSN are older than the log keeps. */
  baseLsn: Lsn
}

/** What the storage metadata service knows; survives every instance. 2018 §2.4. */
export interface Volume {
  epoch: number
  truncations: { epoch: number; above: Lsn; upTo: Lsn }[]
}

/** A database instance. Everything below `life` is memory and is lost in a crash. */
export interface Instance {
  id: InstanceId
  actor: number
  zone: number
  role: 'writer' | 'reader'
  vcpus: number
  status: 'open' | 'opening' | 'down'
  life: number
  commits: number
  /** Log-linear histogram of commit latencies, for percentiles; see database/latencyHistogram. */
  latency: Uint32Array
  memory: WriterMemory
}

/** The writer's ephemeral state; recovery rebuilds it. */
export interface WriterMemory {
  epoch: number
  nextLsn: Lsn
  vcl: Lsn
  vdl: Lsn
  /** Ordinal up to which VCL has walked the log. */
  vclOrdinal: number
  vdlOrdinal: number
  /** End of the newest truncation range (X4), 0 if none. */
  newestRangeEnd: Lsn
  groups: WriterGroup[]
  /** When each CPU is free again. */
  cpuFreeAt: Float64Array
  /** Smoothed CPU use: parts per million, and when it was last brought up to date. */
  cpuPpm: number
  cpuSeenAt: Micros
  /** Slots of transactions whose commit record waits for VDL, oldest LSN first: a ring. */
  parked: { slots: Int32Array; head: number; count: number }
  /** Slots of transactions held back at LAL, in order; and since when, null = none. */
  blocked: { slots: Int32Array; head: number; count: number }
  blockedSince: Micros | null
  pool: BufferPool
  reads: PageReads
  /** Transactions that run here. */
  transactions: Transactions
  /** By application: what its sessions asked last, so that nothing runs twice. */
  connections: Connections[]
  batchCount: number
  opening: Opening | null
}

/** What the writer knows of one group. */
export interface WriterGroup {
  /** SCL as last told, by slot. */
  sclSeen: Float64Array
  pgcl: Lsn
  pgclFact: FactId
  /** Smoothed page-read latency by slot, microseconds; 0 = never measured. */
  readLatency: Float64Array
  /** The open boxcar: first ordinal and count; count 0 = none. */
  boxFirst: number
  boxCount: number
  /** Batches not yet acknowledged by all: a ring of batch rows, see database/boxcar. */
  batches: Batches
  /** PGMRPL counted in this group's LSNs. */
  lowestReadPoint: Lsn
  /** The group's last LSN at or below VDL: its read point (T6). */
  durableLsn: Lsn
}

/** Batches in flight of one group, oldest first; acknowledged bits by slot. */
export interface Batches {
  number: Float64Array
  first: Float64Array
  lastLsn: Float64Array
  count: Int32Array
  sentAt: Float64Array
  resendAt: Float64Array
  resendMicros: Float64Array
  acked: Uint8Array
  head: number
  length: number
  /** Batches of a group are numbered 1, 2, 3 … */
  lastNumber: number
  /** A resend timer is set. */
  isWatched: boolean
}

/** Pages cached: CLOCK over typed arrays; page → frame by a table of the volume's pages. */
export interface BufferPool {
  frameOfPage: Int32Array
  pageOfFrame: Int32Array
  /** LSN of the newest change of the page in each frame. */
  lsnOfFrame: Float64Array
  isReferenced: Uint8Array
  hand: number
  used: number
}

/** Page reads outstanding: struct-of-arrays with a free list. */
export interface PageReads {
  number: Float64Array
  page: Int32Array
  group: Int32Array
  point: Float64Array
  /** Slot of the transaction that waits. */
  transaction: Int32Array
  startedAt: Float64Array
  /** Segment slots asked (bits), and the one asked first / second with the time of asking. */
  asked: Uint8Array
  firstSlot: Int8Array
  secondSlot: Int8Array
  secondAt: Float64Array
  free: Int32Array
  freeCount: number
  count: number
  lastNumber: number
}

/** Transactions in progress at an instance: struct-of-arrays with a free list. */
export interface Transactions {
  serial: Float64Array
  application: Int32Array
  session: Int32Array
  attempt: Int32Array
  beganAt: Float64Array
  /** 0 free · 1 queued for CPU · 2 reading pages · 3 held back at LAL · 4 parked for VDL */
  phase: Uint8Array
  pagesWaiting: Int32Array
  /** The next of its rows to read or change; those before are done. */
  nextRow: Int32Array
  /** The next transaction that waits for the same page; -1 = none. */
  nextWaiting: Int32Array
  commitLsn: Float64Array
  /** First draw of its rows, so that they need not be stored: see database/rowChoice. */
  rowSeed: Float64Array
  fact: Float64Array
  free: Int32Array
  freeCount: number
  lastSerial: number
}

/** By session: the attempt that began last, and the one answered last. */
export interface Connections {
  begun: Int32Array
  answered: Int32Array
}

/** A writer that opens the volume. 2018 §2.4; rules R. */
export interface Opening {
  phase: 'restarting' | 'scanning' | 'truncating' | 'recovering'
  since: Micros
  startedAt: Micros
  epoch: number
  /** Promised slots (bits) and their SCL, by group. */
  promised: Uint8Array
  promisedScl: Float64Array[]
  promisedHighest: Float64Array[]
  truncated: Uint8Array
  vcl: Lsn
  vdl: Lsn
  rangeEnd: Lsn
  fact: FactId
}

/** An application: sessions with think time and a key pattern, and a pool of connections. */
export interface Application {
  id: ApplicationId
  actor: number
  instance: number
  /** How many sessions it shall have; those with higher numbers retire. */
  sessions: number
  thinkMicros: Micros
  /** The next row of a sequential pattern. */
  nextRow: number
  /** By session: 0 thinking · 1 waiting for an answer · 2 reconnecting · 3 retired */
  state: Uint8Array
  attempt: Int32Array
  waitingSince: Float64Array
  /** Tries to connect since the connection was lost or the user began anew. */
  tries: Int32Array
  /** When it last asked the writer or heard of it. */
  heardAt: Float64Array
  /** It has asked whether the writer is still there. */
  isAsked: Uint8Array
  /** Its timer for silence is set. */
  isWatched: Uint8Array
  answered: number
  lost: number
  lastLatencyMicros: Micros
  lastAnswerAt: Micros
  downMicros: Micros
  /** Since when no session of it gets answers because a connection is lost; -1 = fine. */
  downSince: Micros
}

/** What was last told about quorums and stalls, so that facts are told once. */
export interface ClusterStatus {
  writeQuorum: boolean[]
  readQuorum: boolean[]
  stalledSince: Micros
  isStalled: boolean
  /** When commits last went on after a stall; 0 = never. */
  resumedAt: Micros
  /** A complete copy of every group is reachable and an instance is open. */
  hasReads: boolean
  stallFact: FactId
  writeMicros: Micros
  readMicros: Micros
  seenAt: Micros
}
