/**
 * Every byte of the model's state, as plain data: it can be copied, saved, compared and digested.
 * Protocol state is records that read like the papers; only the hot tables (event queue, messages,
 * redo log, transactions) are struct-of-arrays. Handlers get their own node and a context.
 */
import type { ActiveFault } from '../contract/faults.ts'
import type { ActorId, GroupId, NodeId } from '../contract/ids.ts'
import type { ParameterValues } from '../contract/parameters.ts'
import type { QuorumExpression } from '../contract/quorum.ts'
import type { Setup } from '../contract/scenario.ts'
import type { FactId, Lsn, Micros } from '../contract/units.ts'
import type { EventQueue } from '../kernel/eventQueue.ts'
import type { Network } from '../kernel/network.ts'
import type { Stream } from '../kernel/streams.ts'
import type { Application } from './application.ts'
import type { Failover } from './failover/failover.ts'
import type { Instance } from './instance.ts'
import type { Membership } from './membership/membership.ts'
import type { Modify } from './modify/modify.ts'
import type { MultiMaster } from './multimaster/multiMaster.ts'
import type { Serverless } from './serverless/serverless.ts'
import type { Proxy } from './proxy/proxy.ts'
import type { Pipeline } from './pipeline/pipeline.ts'
import type { SqlWorld } from './sql/sqlWorld.ts'
import type { Routing } from './routing/routing.ts'
import type { RedoLog } from './storage/redoLog.ts'
import type { SegmentState } from './storage/segmentState.ts'
import type { Undo } from './undo/undo.ts'

export type { SegmentState as Segment } from './storage/segmentState.ts'

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
  /** Null where the cluster has no such mechanism. */
  multiMaster: MultiMaster | null
  serverless: Serverless | null
  failover: Failover | null
  proxy: Proxy | null
  routing: Routing | null
  /** Absent where no place is kept for another instance. */
  modify?: Modify
  /** Null until a member of a group is suspect, lost, replaced or left out. */
  membership: Membership | null
  /** Null until a writer has found interrupted transactions. */
  undo: Undo | null
  /** Null until the background work of storage nodes begins. */
  pipeline: Pipeline | null
  /** Null until somebody has typed SQL. */
  sql: SqlWorld | null
  /** `undone`: transactions that a loss of their writer has interrupted, undone since. */
  totals: { committed: number; lost: number; resent: number; hedged: number; undone: number }
  redoSent: RedoSent
}

/** Redo that writers have sent to storage since the start of the run. */
export interface RedoSent {
  /** Commit records, changed rows and records, each once. */
  transactions: number
  rows: number
  records: number
  batches: number
  /** Batches sent to one copy each, again included, and the records in them. */
  messages: number
  copies: number
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

export interface ProtectionGroup {
  id: GroupId
  /** Six, by slot. */
  segments: SegmentState[]
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
