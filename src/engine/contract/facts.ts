/**
 * Facts: past tense, what happened. They carry names and numbers, never sentences. `cause` is the
 * fact that led to this one, so that *why* is a walk and not a story written by hand. Facts are
 * derived: replaying the recording yields them again with the same ids.
 */
import type { Command, Reason } from './commands.ts'
import type { FaultKind } from './faults.ts'
import type { ApplicationId, GroupId, InstanceId, NodeId, SegmentId, TargetId } from './ids.ts'
import type { MessageKind } from './messages.ts'
import type { ModifyFacts } from './modify.ts'
import type { DetailedMultiMasterFacts, NotableMultiMasterFacts } from './multiMasterFacts.ts'
import type { ServerlessV1Facts, V1Wish } from './serverlessV1.ts'
import type { ServerlessV2Facts, V2Call } from './serverlessV2.ts'
import type { DetailedSqlFacts, NotableSqlFacts } from './sqlFacts.ts'
import type { FactId, Lsn, Micros } from './units.ts'
import type { VolumeFacts } from './volumeFacts.ts'

/** What keeps a Serverless v2 instance from pausing. */
export type PauseBlocker =
  | 'minAboveZero'
  | 'userConnections'
  | 'readerAwake'
  | 'provisioned'
  | 'proxy'
  | 'patching'
  | 'logicalReplication'
  | 'binlogReplication'
  | 'globalPrimary'
  | 'globalSecondary'
  | 'zeroEtl'
  | 'babelfish'

/** Notable facts: few, always told, marked on the timeline. */
export interface NotableFacts
  extends VolumeFacts,
    NotableMultiMasterFacts,
    NotableSqlFacts,
    ModifyFacts,
    ServerlessV1Facts,
    ServerlessV2Facts {
  CommandGiven: { command: Command }
  CommandRefused: { command: Command; reason: Reason }
  FaultInjected: { fault: FaultKind; target: TargetId }
  FaultHealed: { fault: FaultKind; target: TargetId }
  NodeCrashed: { node: NodeId }
  NodeRestarted: { node: NodeId }
  InstanceCrashed: { instance: InstanceId }
  InstanceRestarted: { instance: InstanceId }
  /** No write set of this group can be reached by the writer any more. */
  WriteQuorumLost: { group: GroupId; reachable: number; needed: number }
  WriteQuorumRestored: { group: GroupId; reachable: number }
  ReadQuorumLost: { group: GroupId; reachable: number; needed: number }
  ReadQuorumRestored: { group: GroupId; reachable: number }
  /**
   * Commits cannot be acknowledged: no write set, or nobody can write. Those that wait are commits
   * at an open writer, and without one sessions.
   */
  CommitsStalled: { because: 'noWriteQuorum' | 'noWriter'; groups: GroupId[]; waiting: number }
  CommitsResumed: { waiting: number; stalledMicros: Micros }
  RecoveryStarted: { instance: InstanceId; epoch: number }
  /** A read set of every group has promised; the points were computed from what it holds. */
  PointsRecovered: { instance: InstanceId; epoch: number; vcl: Lsn; vdl: Lsn }
  VolumeTruncated: { epoch: number; above: Lsn; upTo: Lsn; annulled: number }
  VolumeOpened: { instance: InstanceId; epoch: number; vdl: Lsn; recoveryMicros: Micros }
  /** The volume is open; interrupted transactions are undone beside user work. */
  UndoBegan: { instance: InstanceId; transactions: number; rows: number }
  UndoEnded: { instance: InstanceId; transactions: number; tookMicros: Micros }
  /** The writer learned that a newer epoch exists and stopped. */
  WriterFenced: { instance: InstanceId; epoch: number }
  BackPressureBegan: { instance: InstanceId; highestLsn: Lsn; limit: Lsn }
  BackPressureEnded: { instance: InstanceId; waitedMicros: Micros }
  /** An application asked by SQL whether the instance answers, and it did not in time. */
  HealthCheckMissed: { application: ApplicationId; instance: InstanceId; misses: number }
  /** The application itself went elsewhere; `tookMicros` since the first check that failed. */
  Rerouted: { application: ApplicationId; from: InstanceId; to: InstanceId; tookMicros: Micros }
  CapacityChanged: {
    instance: InstanceId
    /** Decimal ACU, as reported and billed. */
    from: number
    acu: number
    need: number
    because: 'cpu' | 'memory' | 'network' | 'floor' | 'range' | 'hold' | 'idle' | 'resume' | V1Wish
  }
  PauseBlocked: { instance: InstanceId; because: PauseBlocker[] }
  PauseBegan: { instance: InstanceId; acu: number }
  PauseCancelled: { instance: InstanceId }
  InstancePaused: { instance: InstanceId; acu: number }
  ResumeBegan: {
    instance: InstanceId
    because: 'connection' | 'command' | 'promotion' | V2Call
    isDeep: boolean
  }
  InstanceResumed: { instance: InstanceId; acu: number; tookMicros: Micros }
  InstanceSuspected: { instance: InstanceId; silentMicros: Micros }
  PromotionStarted: { instance: InstanceId; instead: InstanceId }
  ReaderPromoted: { instance: InstanceId; tookMicros: Micros }
  EndpointMoved: { endpoint: 'cluster' | 'reader'; to: InstanceId }
  LawBroken: { law: string; key: string; parameters: Record<string, string | number> }
}

/** Detailed facts: many; told only to who listens, with the same ids either way. */
export interface DetailedFacts extends DetailedMultiMasterFacts, DetailedSqlFacts {
  TransactionBegan: { transaction: number; application: ApplicationId; session: number }
  TransactionCommitted: {
    transaction: number
    application: ApplicationId
    session: number
    lsn: Lsn
    latencyMicros: Micros
  }
  /** The client never got an answer: the outcome is unknown to it. */
  ConnectionLost: { application: ApplicationId; session: number; transaction: number }
  CommitWritten: { transaction: number; lsn: Lsn; group: GroupId }
  RecordsSent: { group: GroupId; first: Lsn; last: Lsn; count: number; batch: number }
  RecordsResent: { group: GroupId; segment: SegmentId; first: Lsn; last: Lsn; batch: number }
  RecordsPersisted: { segment: SegmentId; last: Lsn; scl: Lsn }
  RecordsRefused: { segment: SegmentId; because: 'staleEpoch' | 'annulled'; epoch: number }
  AckReceived: { segment: SegmentId; scl: Lsn }
  HoleOpened: { segment: SegmentId; missing: Lsn; received: Lsn }
  HoleFilled: { segment: SegmentId; scl: Lsn; by: 'gossip' | 'resend' | 'late' }
  PgclAdvanced: { group: GroupId; pgcl: Lsn }
  VclAdvanced: { vcl: Lsn }
  VdlAdvanced: { vdl: Lsn }
  PageRequested: { read: number; page: number; segment: SegmentId; point: Lsn }
  PageReturned: { read: number; page: number; segment: SegmentId; latencyMicros: Micros }
  ReadHedged: { read: number; page: number; segment: SegmentId; afterMicros: Micros }
  ReadRefused: {
    read: number
    segment: SegmentId
    because: 'notComplete' | 'tooOld' | 'staleEpoch' | 'corrupt'
  }
  RetryPlanned: { application: ApplicationId; session: number; attempt: number; inMicros: Micros }
  SegmentBackedUp: { segment: SegmentId; lsn: Lsn; records: number }
  GarbageCollected: { segment: SegmentId; lsn: Lsn; records: number }
  NodeScrubbed: { node: NodeId; pages: number; tookMicros: Micros }
  DiskWriteFailed: { node: NodeId }
  DiskCongested: { node: NodeId; addedMicros: Micros }
  /** Nothing is left of an interrupted transaction; its rows are free. */
  TransactionUndone: { transaction: number; instance: InstanceId; rows: number }
  StreamApplied: { instance: InstanceId; vdl: Lsn; lagMicros: Micros }
  /** It carried a membership epoch that is over; its sender asks again with the present one. */
  MembersRefused: { segment: SegmentId; epoch: number; carried: number }
  /** A new copy has one more part of the pages and the log of its group. */
  PartReceived: { segment: SegmentId; from: SegmentId; part: number; parts: number }
  MessageDropped: {
    message: number
    kind: MessageKind
    from: string
    to: string
    because: 'loss' | 'cut' | 'receiverDown'
  }
}

export type Facts = NotableFacts & DetailedFacts
export type FactKey = keyof Facts

export type FactOf<K extends FactKey> = {
  id: FactId
  at: Micros
  fact: K
  /** The fact that led to this one; 0 when nothing inside the run did. */
  cause: FactId
  parameters: Facts[K]
}
export type Fact = { [K in FactKey]: FactOf<K> }[FactKey]
