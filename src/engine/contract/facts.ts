/**
 * Facts: past tense, what happened. They carry names and numbers, never sentences. `cause` is the
 * fact that led to this one, so that *why* is a walk and not a story written by hand. Facts are
 * derived: replaying the recording yields them again with the same ids.
 */
import type { Command, Reason } from './commands.ts'
import type { FaultKind } from './faults.ts'
import type { ApplicationId, GroupId, InstanceId, NodeId, SegmentId, TargetId } from './ids.ts'
import type { MessageKind } from './messages.ts'
import type { FactId, Lsn, Micros } from './units.ts'

/** Notable facts: few, always told, marked on the timeline. */
export interface NotableFacts {
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
  /** The writer learned that a newer epoch exists and stopped. */
  WriterFenced: { instance: InstanceId; epoch: number }
  BackPressureBegan: { instance: InstanceId; highestLsn: Lsn; limit: Lsn }
  BackPressureEnded: { instance: InstanceId; waitedMicros: Micros }
  LawBroken: { law: string; key: string; parameters: Record<string, string | number> }
}

/** Detailed facts: many; told only to who listens, with the same ids either way. */
export interface DetailedFacts {
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
    because: 'notComplete' | 'tooOld' | 'staleEpoch'
  }
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
