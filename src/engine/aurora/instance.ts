/**
 * A database instance as plain data: what survives a crash, and the memory that does not. Hot
 * tables are struct-of-arrays with free lists or rings.
 */
import type { InstanceId } from '../contract/ids.ts'
import type { FactId, Lsn, Micros } from '../contract/units.ts'

/** A database instance. Everything below `life` is memory and is lost in a crash. */
export interface Instance {
  id: InstanceId
  actor: number
  zone: number
  role: 'writer' | 'reader'
  vcpus: number
  /** `paused` and `resuming`: Serverless only. */
  status: 'open' | 'opening' | 'down' | 'paused' | 'resuming'
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
  /** End of the newest truncation range (R6), 0 if none. */
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
  /** The group's last LSN at or below VDL: its read point (D2). */
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
  /** Quorum read only: slots that have answered (bits), and bit 8: a page was among the answers. */
  answered: Uint16Array
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
  /**
   * 0 free · 1 queued for CPU · 2 reading pages · 3 held back at LAL · 4 parked for VDL · 5 waiting
   * for a row of an interrupted transaction
   */
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
